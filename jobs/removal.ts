import type { Database } from '#db/database';
import { removeOrganization } from '#db/remove-organization';
import type { SystemConnection } from '#db/system';

/** What the job that deletes an organization works with. */
export interface Removal {
  readonly organizationId: string;
  /** Removes what is left of the organization, if it is marked; resolves to the number of rows. */
  run(): Promise<number>;
}

interface Tools {
  readonly database: Database;
  readonly system: SystemConnection;
}

/** The removal of one organization's rows by one job. */
export function createRemoval({ database, system }: Tools, organizationId: string, jobId: string): Removal {
  const { tenantKey } = database;
  return { organizationId, run: () => removeOrganization(system, { organizationId, tenantKey, jobId }) };
}
