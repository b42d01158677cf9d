import type { TenantContext } from '#db/tenancy';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { deleteEmployee, listTeamsEverOf, updateWithoutManager } from '../data/erased-people';
import { insertErasedPlaces } from '../data/erased-places';
import { deleteFormerPlaces } from '../data/former-places';
import { lockPeopleImport } from '../data/import-lock';
import { lockPreview, lockPreviews } from '../data/preview-lock';

/** What an erasure leaves to be computed again. */
export interface ErasedEmployee {
  /** Teams that the person was in. */
  readonly teamIds: readonly string[];
  /** People whose manager it was. */
  readonly reportIds: readonly string[];
}

/** No import of people runs beside the caller's transaction from here on. */
export async function holdImportsOfPeople(ctx: TenantContext): Promise<void> {
  await lockPeopleImport(ctx);
}

/** Nobody is erased beside the caller's transaction from here on, in which a preview is made; before any other lock. */
export async function holdErasures(ctx: TenantContext): Promise<void> {
  await lockPreview(ctx);
}

/** No preview of an import is made beside the caller's transaction from here on; before any other lock. */
export async function holdPreviews(ctx: TenantContext): Promise<void> {
  await lockPreviews(ctx);
}

/**
 * Deletes a person with employments, occupations held, ratings about them and profile. Where they were is kept under the
 * number that stands for them in released figures; null: none holds them.
 */
export async function eraseEmployee(
  ctx: TenantContext,
  employeeId: string,
  replacement: string | null,
): Promise<ErasedEmployee> {
  const teamIds = await listTeamsEverOf(ctx, employeeId);
  if (replacement !== null) {
    const day = await organizationDay(ctx);
    await insertErasedPlaces(ctx, { employeeId, replacement, day });
  }
  await deleteFormerPlaces(ctx, [employeeId]);
  const reportIds = await updateWithoutManager(ctx, employeeId);
  await deleteEmployee(ctx, employeeId);
  return { teamIds, reportIds };
}
