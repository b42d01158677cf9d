import { Command } from 'commander';
import { initializeDatabase } from '#db/initialize';
import { migrate } from '#db/migrate';
import { registerTenantKeys } from '#db/tenant-keys';
import { migrateWorkerSchema } from '#jobs/worker-schema';
import { seedDemo, seedReference } from '#seeds/run';
import { createPasswordKeeper } from '~/http/password.server';
import type { CommandServices } from './command-connections';

/** migrate, seed, db init. */
export function databaseCommands(services: CommandServices): Command[] {
  const migrateCommand = new Command('migrate')
    .description('Bring the database to the schema of this version and register the signing keys.')
    .action(async () => {
      await migrateWorkerSchema(services.ownerUrl());
      const applied = await migrate(services.system());
      await registerTenantKeys(services.system(), services.secrets().tenantKeys);
      services.out(applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'The schema is up to date.');
    });
  const seed = new Command('seed').description('Load the reference data or the demo; safe to repeat.');
  seed
    .command('reference')
    .description('Occupation codes and titles.')
    .action(async () => {
      const { occupations } = await seedReference(services.system());
      services.out(`${occupations} occupations in the catalogue.`);
    });
  seed
    .command('demo')
    .description('Two organizations with people, assessments and sign-ins.')
    .action(async () => {
      const made = await seedDemo({
        system: services.system(),
        database: services.database(),
        passwords: createPasswordKeeper(services.secrets()),
        dataDir: services.environment.DATA_DIR,
        today: new Date().toISOString().slice(0, 10),
      });
      services.out(
        made ? 'The demo is loaded; its sign-ins are in demo-sign-ins.json.' : 'The demo was loaded before.',
      );
    });
  const db = new Command('db').description('The database server.');
  db.command('init')
    .description(
      'Make the roles and the database named in DATABASE_*_URL, as the superuser of DATABASE_ADMIN_URL.',
    )
    .action(async () => {
      await initializeDatabase(services.environment);
      services.out('The roles and the database are there.');
    });
  return [migrateCommand, seed, db];
}
