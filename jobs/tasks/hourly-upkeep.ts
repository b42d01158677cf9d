import { withAuth, withTenant } from '#db/tenancy';
import { readEnvironment } from '~/env.server';
import { deleteOldLetters } from '~/mail/delete-old-letters.server';
import { deleteStaleAccountRows } from '~/modules/organizations/commands/delete-stale-account-rows';
import { deleteOldChanges } from '~/modules/organizations/data/data-changes';
import { listOrganizationIds } from '~/modules/organizations/data/organization-directory';
import { deleteOldChallenges } from '~/modules/organizations/data/passkey-challenges';
import { deleteExpiredSessions } from '~/modules/organizations/data/sessions';
import { deleteExpiredStates } from '~/modules/organizations/data/sso-states';
import { deleteOldTotpSetUps } from '~/modules/organizations/data/totp-secrets';
import { listClosedOrganizations } from '~/modules/organizations/queries/list-closed-organizations';
import { enqueue } from '../enqueue';
import type { SystemTask } from '../run-task';

/** As long as an authenticator app that was proposed may wait for its first code, and longer. */
const SET_UP_MS = 3_600_000;

/** Sessions past their end, what signing in left behind, old notes of changes, old letters of the outbox, and one job for each organization: what fails in one holds up no other. */
export const hourlyUpkeep: SystemTask = async ({ database, logger }) => {
  const organizations = await withAuth(database, async (ctx) => {
    await deleteExpiredSessions(ctx);
    await deleteStaleAccountRows(ctx);
    await deleteExpiredStates(ctx);
    await deleteOldChallenges(ctx);
    await deleteOldChanges(ctx);
    await deleteOldTotpSetUps(ctx, new Date(ctx.now.getTime() - SET_UP_MS));
    return listOrganizationIds(ctx);
  });
  await deleteOldLetters(readEnvironment().DATA_DIR, new Date()).catch((error: unknown) =>
    logger.warn({ error }, 'old letters of the outbox could not be deleted'),
  );
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
  for (const organizationId of await withAuth(database, listClosedOrganizations))
    await withTenant(database, { organizationId, actor }, (ctx) => enqueue(ctx, 'delete-organization', {}));
  logger.info({ organizations: organizations.length }, 'upkeep asked for');
  if (errors.length > 0) throw errors[0];
};
