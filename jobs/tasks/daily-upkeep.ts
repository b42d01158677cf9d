import { withAuth, withTenant } from '#db/tenancy';
import { keepUp } from '~/modules/capability/commands/keep-up';
import { listOrganizationIds } from '~/modules/organizations/data/organization-directory';
import { deleteExpiredSessions } from '~/modules/organizations/data/sessions';
import type { SystemTask } from '../run-task';

/** Each organization's figures that change today by the clock alone, month-end releases, and sessions past their end. */
export const dailyUpkeep: SystemTask = async ({ database, logger }) => {
  const organizations = await withAuth(database, async (ctx) => {
    await deleteExpiredSessions(ctx);
    return listOrganizationIds(ctx);
  });
  for (const organizationId of organizations) {
    const actor = { kind: 'job', id: 'daily-upkeep' } as const;
    const outcome = await withTenant(database, { organizationId, actor, limitMs: 600_000 }, keepUp);
    logger.info({ organizationId, ...outcome }, 'daily upkeep');
  }
};
