import type { TenantContext } from '#db/tenancy';
import { updateLinkerName } from '../data/erased-linkers';

const ERASED_NAME = 'Somebody who was erased';

/** Takes the name of a user who is erased from the organization's links to standards. */
export async function forgetLinker(ctx: TenantContext, userId: string): Promise<void> {
  await updateLinkerName(ctx, userId, ERASED_NAME);
}
