import { rm } from 'node:fs/promises';
import { readEnvironment } from '~/env.server';
import { headsFile } from '../audit-heads';
import type { TenantTask } from '../run-task';

/** Removes an organization that is marked for deletion, and the published heads of its log. Goes on where another died. */
export const deleteOrganization: TenantTask<'delete-organization'> = async ({ removal, logger }) => {
  const rows = await removal.run();
  await rm(headsFile(readEnvironment().DATA_DIR, removal.organizationId), { force: true });
  logger.info({ rows }, 'organization removed');
};
