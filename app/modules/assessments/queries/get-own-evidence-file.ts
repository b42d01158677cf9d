import type { TenantContext } from '#db/tenancy';
import { NotFound } from '~/shared/errors';
import { readEvidenceFile } from './list-evidence-views';
import { type CellQuestion, ownCellEvidence } from './own-cell-evidence';
import type { Rater } from './rating-tasks';

/** A file that the viewer added to an own rating. Throws NotFound for any other. */
export async function getOwnEvidenceFile(
  ctx: TenantContext,
  viewer: Rater,
  { cell, fileId }: { readonly cell: CellQuestion; readonly fileId: string },
) {
  const { evidence } = await ownCellEvidence(ctx, viewer, cell);
  const isOwn = evidence.some((one) => one.fileId === fileId);
  const file = isOwn ? await readEvidenceFile(ctx, fileId) : null;
  if (!file) throw new NotFound('There is no such file.');
  return file;
}
