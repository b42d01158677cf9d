import { type TaskFigure, timeSaved, type UsageMeasure, usageOfTasks } from './usage-of-tasks';

/** A figure of a task with the number of occupations whose task it is. */
export interface SharedTaskFigure extends TaskFigure {
  readonly occupations: number;
}

/** One kind of file's figures about the tasks of one occupation, as measures of the occupation. */
export function taskEvidence(kind: string, figures: readonly SharedTaskFigure[]): UsageMeasure[] {
  if (kind === 'aei_task_penetration') return observedUse(figures);
  if (kind === 'aei_task_share') return conversationShare(figures);
  if (kind === 'aei_task_patterns') return patternShares(figures);
  return usageOfTasks(figures);
}

/** Tasks with a penetration above 0, of those that are published. */
function observedUse(figures: readonly SharedTaskFigure[]): UsageMeasure[] {
  if (figures.length === 0) return [];
  const value = figures.filter(({ figure }) => figure > 0).length;
  return [{ measure: 'tasks_with_observed_use', value, unit: 'tasks', n: figures.length }];
}

/** Share of all conversations (%); a task of several occupations is divided evenly between them. */
function conversationShare(figures: readonly SharedTaskFigure[]): UsageMeasure[] {
  if (figures.length === 0) return [];
  const value = figures.reduce(
    (total, { figure, occupations }) => total + figure / Math.max(1, occupations),
    0,
  );
  return [{ measure: 'conversation_share', value, unit: '%', n: figures.length }];
}

/** Mean share of augmentation (%) over tasks, each over its known patterns; no counts are published to weigh by. */
function patternShares(figures: readonly SharedTaskFigure[]): UsageMeasure[] {
  const tasks = Map.groupBy(figures, ({ task }) => task);
  const shares = [...tasks.values()].flatMap((task) => {
    const [automation, augmentation] = [
      ['directive', 'feedback_loop'],
      ['validation', 'task_iteration', 'learning'],
    ].map((names) =>
      task.filter(({ measure }) => names.includes(measure)).reduce((sum, { figure }) => sum + figure, 0),
    );
    const known = (automation ?? 0) + (augmentation ?? 0);
    return known > 0 ? [(100 * (augmentation ?? 0)) / known] : [];
  });
  if (shares.length === 0) return [];
  const value = shares.reduce((total, share) => total + share, 0) / shares.length;
  return [{ measure: 'augment_share', value, unit: '%', n: shares.length }];
}

/** What the release from 2026-06-26 on publishes about an occupation itself. */
export function occupationUsage(figures: ReadonlyMap<string, number>): Omit<UsageMeasure, 'n'>[] {
  const minutes = figures.get('human_with_ai_time_mean');
  const hours = figures.get('human_only_time_mean');
  const saved = minutes === undefined || hours === undefined ? null : timeSaved(minutes, hours);
  const autonomy = figures.get('ai_autonomy_mean');
  return [
    ...(saved === null ? [] : [{ measure: 'time_saved', value: saved, unit: '%' }]),
    ...(autonomy === undefined ? [] : [{ measure: 'ai_autonomy', value: autonomy, unit: '1-5' }]),
  ];
}
