/**
 * Reading a cut: the rows that a suppressed viewer sees beneath a group, each with released figures or none.
 * A row's figures are sums of its blocks as shown, with the oldest and newest day that they are of.
 * Missing: a hidden row has no figure and no count; beneath a group that shows no children there is no row.
 * Source: method.md 9.3 to 9.6.
 */
import type { DayText } from '~/shared/calendar-day';
import { addSums } from './block-sums';
import type { CutBlock, DimensionCut, FamilyRow, ReleaseCut } from './release-cut';
import { type ReleasedFigures, releasedFigures } from './released-figures';
import { type ReleasedReadiness, releasedReadiness } from './released-readiness';

export interface ReleasedRow {
  /** null: the organization. */
  readonly id: string | null;
  readonly kind: 'group' | 'direct';
  readonly name: string;
  /** true: a lock, without a reason. */
  readonly suppressed: boolean;
  readonly restOf: boolean;
  readonly figures: ReleasedFigures | null;
  /** Of AI use only. */
  readonly readiness: ReleasedReadiness | null;
  /** Day of the oldest block in the figures. */
  readonly oldestOn: DayText | null;
  readonly newestOn: DayText | null;
}

export interface RowQuery {
  readonly cut: ReleaseCut;
  /** Index in DIMENSIONS. */
  readonly dimension: number;
  /** The tree that is read; not given: teams. A dimension that was cut in another tree has no row. */
  readonly tree?: 'occupation';
}

/** The rows beneath a group (null: the top groups); empty when it shows no children. */
export function releasedRows(query: RowQuery, parent: string | null): readonly ReleasedRow[] {
  const cut = dimensionOf(query);
  const rows = cut?.families.find((family) => family.parent === parent)?.rows ?? [];
  return rows.map((row) => readRow(row, cut?.blocks ?? [], query.cut.k));
}

/** Everyone counted: the organization as one row. */
export function releasedTotal(query: RowQuery): ReleasedRow {
  const blocks = dimensionOf(query)?.blocks ?? [];
  const row: FamilyRow = {
    key: 'group:',
    kind: 'group',
    id: null,
    name: '',
    shown: blocks.some((block) => block.shown),
    restOf: Object.values(query.cut.leftOut).some((people) => people.length > 0),
    people: 0,
    blocks: blocks.map((_, index) => index),
  };
  return readRow(row, blocks, query.cut.k);
}

function dimensionOf({ cut, dimension, tree }: RowQuery): DimensionCut | undefined {
  return cut.dimensions.find((candidate) => candidate.dimension === dimension && candidate.tree === tree);
}

function readRow(row: FamilyRow, blocks: readonly CutBlock[], k: number): ReleasedRow {
  const own = row.blocks.flatMap((index) => blocks[index] ?? []);
  const days = own.flatMap((block) => block.parts.map((part) => part.day)).sort();
  const sums = own.map((block) => block.sums);
  const figures = row.shown ? releasedFigures(addSums(sums), k) : null;
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    suppressed: figures === null,
    restOf: row.restOf,
    figures,
    readiness: figures === null ? null : releasedReadiness(sums, k),
    oldestOn: figures === null ? null : (days[0] ?? null),
    newestOn: figures === null ? null : (days.at(-1) ?? null),
  };
}
