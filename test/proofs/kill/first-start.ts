import { readdirSync } from 'node:fs';
import path from 'node:path';
import { listMigrations } from '#db/migration-files';
import { REFERENCE_OCCUPATIONS } from '#seeds/reference/occupations';
import { withAccess } from './access';
import { type Held, holdUntilReached, stopAtTurn } from './hold';
import type { Instance } from './instance';
import { killHard } from './processes';
import type { Report } from './report';
import { until } from './until';

const PATIENCE = { limitMs: 60_000, everyMs: 2 };
/** The advisory lock under which db/migrate.ts applies each migration. */
const MIGRATION_LOCK = 7231;

/** Waiting for something, named with what npm start said by then. */
const waitFor = (what: string, { said }: Pick<Instance, 'said'>) => ({
  ...PATIENCE,
  get what() {
    return `${what}; npm start said ${said().slice(-500)}`;
  },
});

/** Kills a first start at five named points; the last start reaches readiness with nothing missing. */
export async function killFirstStart(instance: Instance, turn: number, report: Report): Promise<void> {
  const point = 'while it is made for the first time';
  const again = async (name: string, pids: readonly number[]) => {
    await killHard(pids);
    report.count(name, 0);
    instance.start();
  };
  instance.start();
  const first = await untilInitializing(instance, null);
  await again(`${point}: everything`, instance.everything());
  await untilInitializing(instance, first);
  await again(
    `${point}: npm start alone`,
    [instance.shell(), instance.pid('start')].flatMap((pid) => pid ?? []),
  );
  let held = await inMigration(instance, turn);
  await again('in the middle of migrating: everything', instance.everything());
  await held.release();
  held = await inMigration(instance, turn);
  await killHard([instance.pid('postgres') ?? 0]);
  await held.release();
  report.count('in the middle of migrating: postgres', 0);
  held = await inSeeding(instance);
  const started = performance.now();
  await again('in the middle of seeding: everything', instance.everything());
  await held.release();
  await instance.ready();
  report.slowest('in the middle of seeding: everything', performance.now() - started);
  await withAccess(instance.dataDir, async ({ admin }) => {
    const [row] = await admin<{ n: number }[]>`select count(*)::int as n from occupations`;
    if (row?.n !== REFERENCE_OCCUPATIONS.length)
      report.fail(`${row?.n} occupations after a killed start, not ${REFERENCE_OCCUPATIONS.length}`);
  });
}

/** initdb is at work: its first folders are there, the cluster is not. Gives its folder, which is not that of before. */
async function untilInitializing(instance: Instance, before: string | null): Promise<string> {
  const { dataDir } = instance;
  const find = () =>
    readdirSync(dataDir).find((name) => name !== before && isHalfMade(path.join(dataDir, name)));
  await until(async () => find() !== undefined, waitFor('initdb at work', instance));
  return find() ?? '';
}

function isHalfMade(folder: string): boolean {
  if (!path.basename(folder).startsWith('postgres.initializing')) return false;
  try {
    return readdirSync(path.join(folder, 'data')).includes('global');
  } catch {
    return false;
  }
}

async function inMigration(instance: Instance, turn: number): Promise<Held> {
  const { dataDir } = instance;
  const answers = () => withAccess(dataDir, async ({ admin }) => (await admin`select`).length === 1);
  await until(answers, waitFor('PostgreSQL of a first start', instance));
  return stopAtTurn(dataDir, { key: MIGRATION_LOCK, program: 'cadre-operator', turn });
}

async function inSeeding(instance: Instance): Promise<Held> {
  const { dataDir } = instance;
  const all = listMigrations().length;
  await until(
    () =>
      withAccess(dataDir, async ({ admin }) => {
        const [row] = await admin<{ n: number }[]>`select count(*)::int as n from cadre_private.migrations`;
        return row?.n === all;
      }),
    waitFor('all migrations', instance),
  );
  const lock = 'lock table occupations in exclusive mode';
  return holdUntilReached(dataDir, { lock, program: 'cadre-operator', begin: () => {} });
}
