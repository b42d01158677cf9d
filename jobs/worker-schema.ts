import { Logger, runMigrations } from 'graphile-worker';

/** Makes or upgrades the job queue's own schema, as the role cadre_owner. */
export async function migrateWorkerSchema(ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl, logger: new Logger(() => () => {}) });
}
