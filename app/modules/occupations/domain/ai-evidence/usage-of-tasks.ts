/** A figure about one task of an occupation. */
export interface TaskFigure {
  readonly task: string;
  readonly facet: string;
  readonly category: string | null;
  readonly measure: string;
  readonly figure: number;
}

export interface UsageMeasure {
  readonly measure: string;
  readonly value: number;
  readonly unit: string;
  /** Conversations or tasks behind the value. */
  readonly n: number;
}

const AUTOMATION: ReadonlySet<string> = new Set(['directive', 'feedback loop']);
const AUGMENTATION: ReadonlySet<string> = new Set(['validation', 'task iteration', 'learning']);
const pattern = (name: string | null) => (name ?? '').replaceAll('_', ' ');
const sum = (figures: readonly number[]) => figures.reduce((total, figure) => total + figure, 0);

/** Share of augmentation (%) among conversations with a known pattern (formats 1.8); null where there are none. */
export function augmentShare(
  counts: readonly { pattern: string | null; figure: number }[],
): UsageMeasure | null {
  const of = (names: ReadonlySet<string>) =>
    sum(counts.filter((count) => names.has(pattern(count.pattern))).map(({ figure }) => figure));
  const augmented = of(AUGMENTATION);
  const known = augmented + of(AUTOMATION);
  if (known <= 0) return null;
  return { measure: 'augment_share', value: (100 * augmented) / known, unit: '%', n: Math.round(known) };
}

/** Share of time saved (%): 1 - time with AI (minutes) / time without (hours) (formats 1.8). */
export function timeSaved(withAiMinutes: number, humanOnlyHours: number): number | null {
  return humanOnlyHours > 0 ? 100 * (1 - withAiMinutes / 60 / humanOnlyHours) : null;
}

/** A mean of tasks and the conversations that it rests on. */
interface Weighed {
  readonly mean: number;
  readonly weight: number;
}

class Figures {
  readonly #figures: readonly TaskFigure[];
  readonly #counts: ReadonlyMap<string, number>;

  constructor(figures: readonly TaskFigure[]) {
    this.#figures = figures;
    this.#counts = new Map(this.of('onet_task', 'onet_task_count').map(({ task, figure }) => [task, figure]));
  }

  of(facet: string, measure: string): readonly TaskFigure[] {
    return this.#figures.filter((item) => item.facet === facet && item.measure === measure);
  }

  /** The means of a facet by task, weighed by its own count, or else by the task's; tasks with neither are left out. */
  means(facet: string): Map<string, Weighed> {
    const name = facet.replace('::', '_');
    const counts = new Map(this.of(facet, `${name}_count`).map(({ task, figure }) => [task, figure]));
    const means = this.of(facet, `${name}_mean`).flatMap(({ task, figure }) => {
      const weight = counts.get(task) ?? this.#counts.get(task) ?? 0;
      return weight > 0 ? [[task, { mean: figure, weight }] as const] : [];
    });
    return new Map(means);
  }
}

function savedTime(figures: Figures): UsageMeasure | null {
  const alone = figures.means('onet_task::human_only_time');
  const together = figures.means('onet_task::human_with_ai_time');
  const pairs = [...alone].flatMap(([task, { mean, weight }]) => {
    const other = together.get(task);
    return other ? [{ hours: mean * weight, minutes: other.mean * weight, weight }] : [];
  });
  const value = timeSaved(sum(pairs.map(({ minutes }) => minutes)), sum(pairs.map(({ hours }) => hours)));
  if (value === null) return null;
  return { measure: 'time_saved', value, unit: '%', n: Math.round(sum(pairs.map(({ weight }) => weight))) };
}

function autonomy(figures: Figures): UsageMeasure | null {
  const means = [...figures.means('onet_task::ai_autonomy').values()];
  const weight = sum(means.map((item) => item.weight));
  if (weight <= 0) return null;
  const value = sum(means.map((item) => item.mean * item.weight)) / weight;
  return { measure: 'ai_autonomy', value, unit: '1-5', n: Math.round(weight) };
}

/**
 * What a long-format release says about an occupation, from the figures of its tasks: conversations, share of
 * augmentation, time saved, autonomy. What is not published for any of its tasks is left out, never 0.
 */
export function usageOfTasks(tasks: readonly TaskFigure[]): UsageMeasure[] {
  const figures = new Figures(tasks);
  const counts = figures.of('onet_task', 'onet_task_count');
  const patterns = figures.of('onet_task::collaboration', 'onet_task_collaboration_count');
  const measures = [
    counts.length > 0
      ? {
          measure: 'task_observations',
          value: sum(counts.map(({ figure }) => figure)),
          unit: 'observations',
          n: counts.length,
        }
      : null,
    augmentShare(patterns.map(({ category, figure }) => ({ pattern: category, figure }))),
    savedTime(figures),
    autonomy(figures),
  ];
  return measures.filter((measure) => measure !== null);
}
