import { deletePastRetention } from '~/modules/capability/commands/delete-past-retention';
import { keepUp as keep } from '~/modules/capability/commands/keep-up';
import { deleteOldOperations } from '~/modules/organizations/commands/delete-old-operations';
import type { TenantTask } from '../run-task';

/** What the clock makes due in one organization; operations, uploads and figures past their end. */
export const keepUp: TenantTask<'keep-up'> = async ({ inTenant, logger }) => {
  await inTenant(deleteOldOperations);
  logger.info(await inTenant(deletePastRetention), 'deleted what was kept long enough');
  logger.info(await inTenant(keep), 'kept up');
};
