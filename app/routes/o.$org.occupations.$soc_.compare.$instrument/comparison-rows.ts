import type { Compared, FrameworkComparison } from '~/modules/frameworks/queries/compare-frameworks';
import { rewordingKey } from '~/modules/frameworks/queries/compare-frameworks';
import type { Shown } from './comparison-state';

/** One line of the comparison: a statement as it was and as it is. */
export interface ComparisonRow {
  readonly kind: Exclude<Shown, 'changes'>;
  readonly from: Compared | null;
  readonly to: Compared | null;
  /** Only where it is reworded. */
  readonly rewording: {
    /** Whole percent, rounded down. */
    readonly similarity: number;
    readonly confirmed: { readonly by: string; readonly at: string } | null;
  } | null;
}

const NO_REWORDING = { rewording: null } as const;

/** All lines: reworded, moved, added, removed, then what stayed; each by level and place. */
export function comparisonRows({ difference, confirmed }: FrameworkComparison): ComparisonRow[] {
  const { same, moved, reworded, added, removed } = difference;
  return [
    ...reworded.map(({ from, to, similarity }): ComparisonRow => {
      const said = confirmed.get(rewordingKey(from.id, to.id));
      const by = said ? { by: said.confirmedBy, at: said.confirmedAt.toISOString() } : null;
      const rewording = { similarity: Math.floor(similarity * 100), confirmed: by };
      return { kind: 'reworded', from, to, rewording };
    }),
    ...moved.map((pair): ComparisonRow => ({ kind: 'moved', ...pair, ...NO_REWORDING })),
    ...added.map((to): ComparisonRow => ({ kind: 'added', from: null, to, ...NO_REWORDING })),
    ...removed.map((from): ComparisonRow => ({ kind: 'removed', from, to: null, ...NO_REWORDING })),
    ...same.map((pair): ComparisonRow => ({ kind: 'same', ...pair, ...NO_REWORDING })),
  ];
}

export type ComparisonCounts = Readonly<Record<Shown, number>>;

/** How many lines each choice shows. */
export function countRows(rows: readonly ComparisonRow[]): ComparisonCounts {
  const count = (kind: ComparisonRow['kind']) => rows.filter((row) => row.kind === kind).length;
  const same = count('same');
  return {
    changes: rows.length - same,
    reworded: count('reworded'),
    moved: count('moved'),
    added: count('added'),
    removed: count('removed'),
    same,
  };
}
