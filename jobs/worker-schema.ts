import { Logger, runMigrations } from 'graphile-worker';
import { addOwnJobsIndex } from '#db/own-jobs-index';

/** Makes or upgrades the job queue's own schema, as the role cadre_owner. */
export async function migrateWorkerSchema(ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl, logger: new Logger(() => () => {}) });
  await addOwnJobsIndex(ownerUrl);
}
