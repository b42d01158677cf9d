import type { TenantContext } from '#db/tenancy';
import { type Dimension, isDimension } from '~/modules/frameworks/domain/dimension';
import { type CellRow, listCells, listTicked } from '../data/draft-cells';
import { listOwnTexts } from '../data/own-evidence';
import type { RatingCell } from '../domain/rating-cell';

/** A stored cell with what the browser called its last save. */
export interface StoredCell extends RatingCell {
  readonly savedKey: string | null;
}

export type OwnCells = Map<string, Partial<Record<Dimension, StoredCell>>>;

/** The cells of these assessments of one rater, by assessment and dimension. */
export async function ownCells(
  ctx: TenantContext,
  assessmentIds: readonly string[],
  raterId: string,
): Promise<OwnCells> {
  const cells: OwnCells = new Map();
  if (assessmentIds.length === 0) return cells;
  const texts = new Map<string, string>();
  for (const { assessmentId, dimension, body } of await listOwnTexts(ctx, assessmentIds, raterId)) {
    const key = `${assessmentId} ${dimension}`;
    if (!texts.has(key)) texts.set(key, body);
  }
  const ticked = Map.groupBy(
    await listTicked(ctx, assessmentIds),
    ({ assessmentId, dimension }) => `${assessmentId} ${dimension}`,
  );
  for (const row of await listCells(ctx, assessmentIds)) {
    if (!isDimension(row.dimension)) continue;
    const key = `${row.assessmentId} ${row.dimension}`;
    const cell = storedCell(row, {
      evidence: texts.get(key) ?? '',
      ticked: (ticked.get(key) ?? []).map(({ statementId }) => statementId).sort(),
    });
    cells.set(row.assessmentId, { ...cells.get(row.assessmentId), [row.dimension]: cell });
  }
  return cells;
}

function storedCell(
  { level, revision, savedKey }: CellRow,
  rest: Pick<RatingCell, 'evidence' | 'ticked'>,
): StoredCell {
  return { value: level ?? '?', revision, savedKey, ...rest };
}
