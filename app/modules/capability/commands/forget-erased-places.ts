import type { TenantContext } from '#db/tenancy';
import { forgetPlaces } from '~/modules/people/commands/forget-places';
import { listErasedIds } from '~/modules/people/queries/list-employee-ids';
import { listReleasedIds } from '../data/past-releases';

/** Forgets where people were who were erased and whom no release holds any more. */
export async function forgetErasedPlaces(ctx: TenantContext): Promise<void> {
  const erased = await listErasedIds(ctx);
  const released = new Set(await listReleasedIds(ctx, erased));
  await forgetPlaces(
    ctx,
    erased.filter((id) => !released.has(id)),
  );
}
