import { lockCatalogue, ownCatalogue } from '#db/catalogue';
import type { TenantContext } from '#db/tenancy';
import { InvalidInput } from '~/shared/errors';
import { findOpenDraft } from '../data/draft-rows';
import { type FrameworkKey, findFramework } from '../data/framework-rows';

/**
 * Makes sure that no other framework of the organization, draft or published, is of this occupation, instrument and
 * version, and keeps it so until the transaction ends.
 * @param draftId The draft that asks. @throws InvalidInput that points at `version`.
 */
export async function checkVersionFree(
  ctx: TenantContext,
  key: FrameworkKey,
  draftId: string | null,
): Promise<void> {
  const catalogue = ownCatalogue(ctx);
  await lockCatalogue(catalogue);
  const refuse = (detail: string) =>
    new InvalidInput('The version label is taken.', [{ pointer: 'version', detail }]);
  if (await findFramework(catalogue, key))
    throw refuse(`You have published ${key.version} already; a published version does not change.`);
  const open = await findOpenDraft(ctx, key);
  if (open !== undefined && open !== draftId) throw refuse(`There is a draft ${key.version} already.`);
}
