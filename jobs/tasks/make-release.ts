import { makeRelease as make } from '~/modules/capability/commands/make-release';
import { refreshCapability } from '~/modules/capability/commands/refresh-capability';
import type { TenantTask } from '../run-task';

/**
 * Freezes the organization's figures for viewers without individual access. What waits to be computed is computed
 * before, batch by batch; what comes in meanwhile with the release itself.
 */
export const makeRelease: TenantTask<'make-release'> = async ({ inTenant, payload, logger }) => {
  while ((await inTenant(refreshCapability)).remaining > 0);
  const made = await inTenant((ctx) => make(ctx, payload.reason));
  logger.info({ made: made !== null }, 'release');
};
