import type { Database } from '#db/database';
import { Conflict } from '~/shared/errors';
import { findSignInPolicy, updateSecondFactorRequired } from '../data/sign-in-policies';
import { changeAsAdministrator, type MemberViewer } from './change-as-administrator';
import { recordAudit } from './record-audit';

/**
 * Asks every member for a second factor, or no longer; false when it is so already. It counts from their next request.
 * @throws Forbidden; Conflict when the author has no second factor and would be the first to be held up.
 */
export async function changeSecondFactorRequired(
  database: Database,
  viewer: MemberViewer,
  isRequired: boolean,
): Promise<boolean> {
  return changeAsAdministrator(database, viewer, async (ctx, author) => {
    const { organizationId } = ctx;
    const before = (await findSignInPolicy(ctx, organizationId))?.secondFactorRequired ?? false;
    if (before === isRequired) return false;
    if (isRequired && !author.hasSecondFactor)
      throw new Conflict('Set up a second factor of your own first, then ask others for one.');
    await updateSecondFactorRequired(ctx, organizationId, isRequired);
    const changes = [{ field: 'secondFactorRequired', before, after: isRequired }];
    const subject = { kind: 'organization', id: organizationId } as const;
    recordAudit(ctx, { action: 'settings.change', subject, details: { changes } });
    return true;
  });
}
