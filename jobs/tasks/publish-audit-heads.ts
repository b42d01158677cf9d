import type { Database } from '#db/database';
import { withAuth, withTenant } from '#db/tenancy';
import { readEnvironment } from '~/env.server';
import { listOrganizationIds } from '~/modules/organizations/data/organization-directory';
import { getAuditHead } from '~/modules/organizations/queries/list-audit-entries';
import { headsFile, publishHead } from '../audit-heads';
import type { SystemTask } from '../run-task';

/** Writes where each audit log ends to a file outside the database: who changes the log later cannot change that. */
export const publishAuditHeads: SystemTask = async ({ database, logger }) => {
  const heads = await publishHeads(database, readEnvironment().DATA_DIR);
  logger.info({ heads }, 'audit heads published');
};

/** Publishes the head of every organization's log under the data folder; how many were new. */
export async function publishHeads(database: Database, dataDir: string): Promise<number> {
  const actor = { kind: 'job', id: 'publish-audit-heads' } as const;
  let written = 0;
  for (const organizationId of await withAuth(database, listOrganizationIds)) {
    const head = await withTenant(database, { organizationId, actor, readOnly: true }, getAuditHead);
    if (head && (await publishHead(headsFile(dataDir, organizationId), head))) written += 1;
  }
  return written;
}
