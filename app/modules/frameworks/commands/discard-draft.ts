import type { TenantContext } from '#db/tenancy';
import { Conflict } from '~/shared/errors';
import { deleteDraftRow } from '../data/draft-rows';
import { getDraft } from '../queries/read-draft';
import { draftConflict } from './draft-conflict';

/**
 * Takes a draft away for good.
 * @throws NotFound; Conflict where somebody changed it since the revision that the person saw, or published it.
 */
export async function discardDraft(
  ctx: TenantContext,
  { draftId, revision }: { readonly draftId: string; readonly revision: number },
): Promise<void> {
  const draft = await getDraft(ctx, draftId);
  if (draft.revision !== revision || draft.publishedAs !== null) throw draftConflict(draft, revision);
  if (!(await deleteDraftRow(ctx, { draftId, revision })))
    throw new Conflict('Somebody else changed this draft at the same moment. It was not discarded.');
}
