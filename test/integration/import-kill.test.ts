import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { makeZip } from '#test/fixtures/onet/make-zip';
import { releaseFiles } from '#test/fixtures/onet/release-files';
import { catalogueFingerprint } from '#test/fixtures/sources/catalogue-fingerprint';
import { importSourceUpload } from '~/modules/occupations/commands/import-source-upload';
import { addMember } from '~/modules/organizations/commands/add-member';
import { cancelOperation } from '~/modules/organizations/commands/cancel-operation';
import { changeOperator } from '~/modules/organizations/commands/change-operator';
import { receiveUpload } from '~/modules/organizations/commands/receive-upload';
import { getOperation } from '~/modules/organizations/queries/get-operation';
import { openWorkerScene } from './worker-scene';

const scene = await openWorkerScene();
const { db, organization, startWorker, until } = scene;
const { organizationId } = organization;
const email = `operator-${organization.canary}@example.test`;
const userId = await addMember(db.database, {
  organizationId,
  email,
  name: 'An Operator',
  passwordHash: 'none',
  role: 'owner',
  teamScope: [],
});
await changeOperator(db.database, 'add', email);
const asker = { kind: 'user', id: userId, role: 'owner' } as const;
const holder = postgres(db.urls.owner, { max: 1, onnotice: () => {} });
afterAll(() => holder.end());

/** A release as a zip; more is added to its occupations. */
function release(more = ''): Buffer {
  const files = Object.entries(releaseFiles('A2'));
  return makeZip(
    files.map(([name, text]) => ({
      name,
      content: Buffer.from(name === 'Occupation Data.txt' ? text + more : text),
    })),
  );
}

/** Asks for an import of a release into the shared catalogue; gives the operation's id. */
async function ask(bytes = release()): Promise<string> {
  async function* data() {
    yield bytes;
  }
  const upload = await receiveUpload(scene.inTenant, {
    name: 'db_30_2_text.zip',
    data: data(),
    maxBytes: 2 ** 30,
  });
  return scene.inTenant((ctx) =>
    importSourceUpload({ ...ctx, actor: { kind: 'user', id: userId } }, upload.uploadId, {
      target: 'shared',
      replace: false,
    }),
  );
}

const read = (id: string) => scene.inTenant((ctx) => getOperation(ctx, asker, id));
const isBlocked = async () => {
  const [row] = await scene.admin<{ n: number }[]>`
    select count(*)::int as n from pg_stat_activity
     where datname = current_database() and application_name = 'cadre-worker-operator'
       and wait_event_type = 'Lock'`;
  return (row?.n ?? 0) > 0;
};
const isGone = async () =>
  (
    await scene.admin`
      select from pg_stat_activity
       where datname = current_database() and application_name like 'cadre-worker%'`
  ).length === 0;

/** Holds a row that the import needs at its end, when the tables are loaded, until the work is over. */
async function whileHeld(work: () => Promise<void>): Promise<void> {
  const over = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const holding = holder.begin(async (tx) => {
    await tx`lock table public.occupations in exclusive mode`;
    held.resolve();
    await over.promise;
  });
  await held.promise;
  try {
    await work();
  } finally {
    over.resolve();
    await holding;
  }
}

describe('an import into the shared catalogue', () => {
  it('whose worker is killed leaves nothing, and is done by the next from the beginning', async () => {
    const before = await catalogueFingerprint(db);
    const id = await ask();
    await whileHeld(async () => {
      const worker = await startWorker();
      await until(isBlocked, 60_000);
      expect((await read(id)).state).toBe('running');
      await worker.kill();
    });
    await until(isGone, 20_000);
    expect(await catalogueFingerprint(db)).toEqual(before);
    expect((await read(id)).state).toBe('running');
    await scene.setBackHeartbeats();
    await startWorker();
    await until(async () => (await read(id)).state === 'done', 60_000);
    const after = await catalogueFingerprint(db);
    expect(after['public.onet_ratings']).toMatch(/^11 /);
    const again = await ask();
    await until(async () => (await read(again)).state === 'done', 60_000);
    expect((await read(again)).result).toMatchObject({ changed: false });
    expect(await catalogueFingerprint(db)).toEqual(after);
    expect(await scene.inTenant(({ tx }) => tx.selectFrom('uploads').selectAll().execute())).toEqual([]);
  }, 240_000);

  it('is stopped by its asker while it runs, and leaves nothing', async () => {
    const before = await catalogueFingerprint(db);
    const id = await ask(release('11-1011.00\tChief Executives\tDecide what others do.\r\n'));
    await whileHeld(async () => {
      await startWorker();
      await until(isBlocked, 60_000);
      await scene.inTenant((ctx) => cancelOperation(ctx, asker, id));
    });
    await until(async () => (await read(id)).state === 'cancelled', 60_000);
    expect(await catalogueFingerprint(db)).toEqual(before);
  }, 120_000);
});
