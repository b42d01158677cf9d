import { refreshCapability as refresh } from '~/modules/capability/commands/refresh-capability';
import type { TenantTask } from '../run-task';

/** Refreshes batch by batch until the dirty lists are empty; each batch is one transaction. */
export const refreshCapability: TenantTask<'refresh-capability'> = async ({ inTenant, logger }) => {
  for (let remaining = 1; remaining > 0; ) {
    const outcome = await inTenant(refresh);
    logger.info(
      { people: outcome.people, teams: outcome.teams, remaining: outcome.remaining },
      'capability refreshed',
    );
    remaining = outcome.remaining;
  }
};
