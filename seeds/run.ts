import type { Database } from '#db/database';
import { type SystemConnection, withSystem } from '#db/system';
import { changeOperator } from '~/modules/organizations/commands/change-operator';
import { DEMO_FRAMEWORKS } from './demo/demo-frameworks';
import { loadFrameworks } from './demo/load-frameworks';
import { type LoadedSignIn, loadDemoOrganization, type PasswordHasher } from './demo/load-organization';
import { buildHarbourline } from './demo/organizations/harbourline';
import { buildNorthgate } from './demo/organizations/northgate';
import { readSeedDay, rememberSeedDay, signInsExist, writeSignIns } from './demo/seed-files';
import { REFERENCE_OCCUPATIONS } from './reference/occupations';

/** Loads codes and titles of occupations; what is there already stays as it is. */
export async function seedReference(system: SystemConnection): Promise<{ occupations: number }> {
  return withSystem(system, async ({ tx }) => {
    await tx
      .insertInto('occupations')
      .values(REFERENCE_OCCUPATIONS.map(({ soc, title, group }) => ({ soc, title, occupationGroup: group })))
      .onConflict((conflict) => conflict.column('soc').doNothing())
      .execute();
    const { n } = await tx
      .selectFrom('occupations')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    return { occupations: n };
  });
}

export interface DemoOptions {
  readonly system: SystemConnection;
  readonly database: Database;
  readonly passwords: PasswordHasher;
  /** demo-sign-ins.json goes here. */
  readonly dataDir: string;
  readonly today: string;
}

/**
 * Loads our own framework texts and both demo organizations through the same commands that users have. Returns false
 * when it was done before. Killed half-way, it is done again from the start for the same day, to the same result.
 */
export async function seedDemo(options: DemoOptions): Promise<boolean> {
  const { system, database, passwords, dataDir } = options;
  if (signInsExist(dataDir)) return false;
  const today = readSeedDay(dataDir) ?? options.today;
  rememberSeedDay(dataDir, today);
  await loadFrameworks(system, DEMO_FRAMEWORKS);
  const signIns: LoadedSignIn[] = [];
  for (const organization of [buildHarbourline({ today }), buildNorthgate({ today })]) {
    signIns.push(...(await loadDemoOrganization({ database, passwords, today }, organization)));
  }
  // So that a newcomer can try what only an operator may.
  const owner = signIns.find(({ organization, role }) => organization === 'demo' && role === 'owner');
  if (owner) await changeOperator(database, 'add', owner.email);
  writeSignIns(dataDir, signIns);
  return true;
}
