import { withAuth, withTenant } from '#db/tenancy';
import { listOrganizationIds } from '~/modules/organizations/data/organization-directory';
import { deleteExpiredSessions } from '~/modules/organizations/data/sessions';
import { enqueue } from '../enqueue';
import type { SystemTask } from '../run-task';

/** Sessions past their end, and one job for each organization: what fails in one holds up no other. */
export const hourlyUpkeep: SystemTask = async ({ database, logger }) => {
  const organizations = await withAuth(database, async (ctx) => {
    await deleteExpiredSessions(ctx);
    return listOrganizationIds(ctx);
  });
  const actor = { kind: 'job', id: 'hourly-upkeep' } as const;
  const errors: unknown[] = [];
  for (const organizationId of organizations) {
    try {
      await withTenant(database, { organizationId, actor }, (ctx) => enqueue(ctx, 'keep-up', {}));
    } catch (error) {
      logger.warn({ organizationId, error }, 'an upkeep could not be asked for');
      errors.push(error);
    }
  }
  logger.info({ organizations: organizations.length }, 'upkeep asked for');
  if (errors.length > 0) throw errors[0];
};
