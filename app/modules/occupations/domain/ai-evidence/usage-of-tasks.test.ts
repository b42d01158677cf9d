import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { augmentShare, type TaskFigure, timeSaved, usageOfTasks } from './usage-of-tasks';

const figure = (
  facet: string,
  measure: string,
  value: number,
  task = 'a',
  category: string | null = null,
): TaskFigure => ({
  task,
  facet,
  category,
  measure,
  figure: value,
});
const rowOf = (figures: readonly TaskFigure[], measure: string) =>
  usageOfTasks(figures).find((row) => row.measure === measure);

describe('usage of an occupation from the figures of its tasks', () => {
  it('leaves out what is not published', () => {
    expect(usageOfTasks([])).toEqual([]);
    const mean = figure('onet_task::ai_autonomy', 'onet_task_ai_autonomy_mean', 3);
    expect(usageOfTasks([mean])).toEqual([]);
    expect(
      usageOfTasks([figure('onet_task', 'onet_task_count', 0), mean]).map(({ measure }) => measure),
    ).toEqual(['task_observations']);
  });

  it('weighs autonomy by its own count before the count of the task', () => {
    const figures = [
      figure('onet_task', 'onet_task_count', 100, 'a'),
      figure('onet_task', 'onet_task_count', 100, 'b'),
      figure('onet_task::ai_autonomy', 'onet_task_ai_autonomy_count', 300, 'a'),
      figure('onet_task::ai_autonomy', 'onet_task_ai_autonomy_mean', 4, 'a'),
      figure('onet_task::ai_autonomy', 'onet_task_ai_autonomy_mean', 2, 'b'),
    ];
    expect(rowOf(figures, 'ai_autonomy')).toEqual({
      measure: 'ai_autonomy',
      value: 3.5,
      unit: '1-5',
      n: 400,
    });
  });

  it('saves time only over tasks with both times: hours without AI, minutes with it', () => {
    const figures = [
      figure('onet_task', 'onet_task_count', 10, 'a'),
      figure('onet_task', 'onet_task_count', 10, 'b'),
      figure('onet_task::human_only_time', 'onet_task_human_only_time_mean', 1, 'a'),
      figure('onet_task::human_with_ai_time', 'onet_task_human_with_ai_time_mean', 15, 'a'),
      figure('onet_task::human_only_time', 'onet_task_human_only_time_mean', 50, 'b'),
    ];
    expect(rowOf(figures, 'time_saved')).toMatchObject({ value: 75, n: 10 });
    expect(timeSaved(15, 0)).toBeNull();
  });
});

describe('the share of augmentation', () => {
  const known = ['directive', 'feedback loop', 'validation', 'task iteration', 'learning'];

  it('is over known patterns only', () => {
    expect(augmentShare([{ pattern: 'none', figure: 5 }])).toBeNull();
    expect(
      augmentShare([
        { pattern: 'feedback_loop', figure: 1 },
        { pattern: 'task_iteration', figure: 3 },
      ]),
    ).toMatchObject({
      value: 75,
      n: 4,
    });
  });

  it('lies between 0 and 100 and is not moved by what is not classified', () => {
    const counts = fc.array(
      fc.record({ pattern: fc.constantFrom(...known), figure: fc.integer({ min: 1, max: 1e6 }) }),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(counts, fc.nat(), (patterns, other) => {
        const share = augmentShare(patterns);
        expect(share?.value).toBeGreaterThanOrEqual(0);
        expect(share?.value).toBeLessThanOrEqual(100);
        expect(augmentShare([...patterns, { pattern: 'not_classified', figure: other }])).toEqual(share);
      }),
    );
  });
});
