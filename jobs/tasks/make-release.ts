import { makeRelease as make } from '~/modules/capability/commands/make-release';
import type { TenantTask } from '../run-task';

/** Freezes the organization's figures for viewers without individual access. */
export const makeRelease: TenantTask<'make-release'> = async ({ inTenant, payload, logger }) => {
  const made = await inTenant((ctx) => make(ctx, payload.reason));
  logger.info({ made: made !== null }, 'release');
};
