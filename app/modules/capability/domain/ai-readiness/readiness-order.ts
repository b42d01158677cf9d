/**
 * The order of rows. Shares are ordered by their low bound (method.md 4), exposure and people from the most on, names
 * from A on; without the figure a row stands last, people in no row after everything.
 */
import type { LiveReadinessRow } from './readiness-view';

export const READINESS_SORTS = ['people', 'name', 'exposure', 'at_target'] as const;
export type ReadinessSort = (typeof READINESS_SORTS)[number];
/** As a table says it. */
export const SORT_DIRECTION: Readonly<Record<ReadinessSort, 'ascending' | 'descending'>> = {
  people: 'descending',
  name: 'ascending',
  exposure: 'descending',
  at_target: 'ascending',
};

/** The rows in this order; ties by name, then id. */
export function orderRows(rows: readonly LiveReadinessRow[], sort: ReadinessSort): LiveReadinessRow[] {
  const none = Number.POSITIVE_INFINITY;
  const keyOf = (row: LiveReadinessRow): number => {
    if (sort === 'people') return -row.sums.people;
    if (sort === 'exposure') return row.exposure?.exposure == null ? none : -row.exposure.exposure;
    return sort === 'at_target' ? (row.figures.atTargetLow ?? none) : 0;
  };
  const byText = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);
  const compare = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);
  return [...rows].sort(
    (a, b) =>
      Number(a.id === null) - Number(b.id === null) ||
      compare(keyOf(a), keyOf(b)) ||
      byText(a.name, b.name) ||
      byText(a.id ?? '', b.id ?? ''),
  );
}
