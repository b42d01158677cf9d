import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Command } from 'commander';
import { sql } from 'kysely';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closingCommands } from '#bin/cadre/closing-commands';
import { removeOrganization } from '#db/remove-organization';
import { withAuth } from '#db/tenancy';
import { enqueue } from '#jobs/enqueue';
import { type SeededOrganization, seedOrganization } from '#test/factories/seed-organization';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { everythingStored, tablesHolding } from '#test/setup/everything-stored';
import { TEST_TENANT_KEY } from '#test/setup/test-keys';
import { TEST_PEPPER } from '#test/setup/test-peppers';
import { readEnvironment } from '~/env.server';
import { createKeyedHash, type KeyedHash } from '~/keyed-hash.server';
import { addMember } from '~/modules/organizations/commands/add-member';
import { rememberSource } from '~/modules/organizations/commands/begin-attempt';
import { closeOrganization } from '~/modules/organizations/commands/close-organization';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { Forbidden, InvalidInput } from '~/shared/errors';

let db: TestDatabase;
let services: { database: TestDatabase['database']; keyedHash: KeyedHash };
let admin: postgres.Sql;
let kept: SeededOrganization;
let keptBefore: string;

beforeAll(async () => {
  db = await openTestDatabase();
  services = { database: db.database, keyedHash: createKeyedHash(secrets) };
  admin = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
  kept = await seedOrganization(db, { letter: 'k', passwordHash: 'none' });
  keptBefore = await rowsOf(kept.organizationId);
});
afterAll(() => admin.end());

/** Every row in which the organization's id stands, by table. */
async function rowsOf(organizationId: string): Promise<string> {
  const stored = await everythingStored(admin);
  return JSON.stringify(
    [...stored].map(([table, rows]) => [table, rows.filter((row) => row.includes(organizationId))]),
  );
}

const secrets = { tenantKeys: [TEST_TENANT_KEY], passwordPeppers: [TEST_PEPPER] } as const;

const viewerOf = ({ organizationId, slug, name }: SeededOrganization, userId: string) => ({
  kind: 'user' as const,
  id: userId,
  organization: { id: organizationId, slug, name },
});
const remove = ({ organizationId }: SeededOrganization) =>
  removeOrganization(db.system, { organizationId, tenantKey: db.database.tenantKey, jobId: null });
const isWaiting = async () =>
  (
    await admin`select from pg_locks l join pg_database d on d.oid = l.database or l.database is null
    where d.datname = current_database() and not l.granted`
  ).length > 0;
const seed = () => seedOrganization(db, { letter: 'd', passwordHash: 'none' });
const close = (gone: SeededOrganization, typed = gone.slug) =>
  closeOrganization(services, viewerOf(gone, gone.members.owner.userId), typed);

/** Everything by which an organization is known: its id, the canary of its texts, and its members. */
const traces = (gone: SeededOrganization) => [
  gone.organizationId,
  gone.canary,
  ...Object.values(gone.members).map(({ userId }) => userId),
];

describe('who deletes an organization', () => {
  it('an owner who types its address; nobody else, and nothing is changed then', async () => {
    const before = await rowsOf(kept.organizationId);
    for (const key of ['admin', 'hr_partner', 'director', 'executive', 'employee'] as const) {
      const asked = closeOrganization(services, viewerOf(kept, kept.members[key].userId), kept.slug);
      await expect(asked).rejects.toThrow(Forbidden);
    }
    await expect(close(kept, 'another')).rejects.toThrow(InvalidInput);
    expect(await rowsOf(kept.organizationId)).toBe(before);
  });

  it('rows are not removed of an organization that nobody closed', async () => {
    await expect(remove(kept)).rejects.toThrow('not marked');
    expect(await rowsOf(kept.organizationId)).toBe(keptBefore);
  });

  it('a mark that SQL wrote removes nothing: the seal needs the key', async () => {
    const { organizationId } = kept;
    const other = await seed();
    await close(other);
    const [sealed] = await admin`
      select deletion_seal from auth.organization_directory where organization_id = ${other.organizationId}`;
    for (const seal of [null, 'test.00', String(sealed?.['deletion_seal'])]) {
      await withAuth(db.database, ({ tx }) =>
        tx
          .updateTable('organizationDirectory')
          .set({ deletingSince: new Date(), deletionSeal: seal })
          .where('organizationId', '=', organizationId)
          .execute(),
      );
      await expect(remove(kept)).rejects.toThrow('not marked');
    }
    await withAuth(db.database, ({ tx }) =>
      tx
        .updateTable('organizationDirectory')
        .set({ deletingSince: null, deletionSeal: null })
        .where('organizationId', '=', organizationId)
        .execute(),
    );
    expect(await rowsOf(organizationId)).toBe(keptBefore);
  });

  it('the roles of the application may not mark one by themselves, nor touch the log of one', async () => {
    const { organizationId } = kept;
    const asked = db.tenant(organizationId, ({ tx }) =>
      sql`update auth.organization_directory set deleting_since = now()`.execute(tx),
    );
    await expect(asked).rejects.toThrow(/permission denied/);
    const cut = db.tenant(organizationId, ({ tx }) => sql`delete from audit_entries`.execute(tx));
    await expect(cut).rejects.toThrow(/permission denied/);
  });
});

describe('deletion', () => {
  it('leaves no trace in any table, and every other organization as it was', async () => {
    const gone = await seed();
    const email = `both-${randomUUID()}@example.org`;
    const both = { email, name: 'Both', passwordHash: 'none', role: 'employee' as const, teamScope: [] };
    const userId = await addMember(db.database, { ...both, organizationId: gone.organizationId });
    await addMember(db.database, { ...both, organizationId: kept.organizationId });
    const before = await rowsOf(kept.organizationId);
    const held = await everythingStored(admin);
    for (const table of ['public.employees', 'public.audit_entries', 'auth.users', 'public.release_cuts'])
      expect(traces(gone).some((text) => tablesHolding(held, text).includes(table))).toBe(true);

    const from = { address: '192.0.2.1', device: null };
    for (const account of [email, gone.members.executive.email])
      await rememberSource(services, account, from);
    await close(gone);
    // Those of the account that stays, for itself alone.
    expect((await admin`select from auth.known_sources`).length).toBe(2);
    const membersLeft = await withAuth(db.database, ({ tx }) =>
      tx.selectFrom('memberships').selectAll().where('organizationId', '=', gone.organizationId).execute(),
    );
    expect(membersLeft).toEqual([]);
    await expect(close(gone)).rejects.toThrow(Forbidden);
    expect(await remove(gone)).toBeGreaterThan(100);
    expect(await remove(gone)).toBe(0);

    const stored = await everythingStored(admin);
    expect(traces(gone).flatMap((text) => tablesHolding(stored, text))).toEqual([]);
    expect(tablesHolding(stored, userId)).toEqual(['auth.memberships', 'auth.users']);
    expect(await rowsOf(kept.organizationId)).toBe(before);
  });

  it('goes on where it died, whatever the statement', async () => {
    const gone = await seed();
    await close(gone);
    const { pool } = db.system;
    const acquire = pool.acquire.bind(pool);
    let died = 0;
    for (let allowed = 2; ; allowed += 9) {
      let left = allowed;
      pool.acquire = () => {
        if (left <= 0) return Promise.reject(new Error('died'));
        left -= 1;
        return acquire();
      };
      const outcome = await remove(gone).catch(() => 'died');
      if (outcome !== 'died') break;
      died += 1;
    }
    pool.acquire = acquire;
    expect(died).toBeGreaterThan(3);
    const stored = await everythingStored(admin);
    expect(traces(gone).flatMap((text) => tablesHolding(stored, text))).toEqual([]);
  });

  it('what is still open when it ends waits, is removed, or fails: nothing is left behind', async () => {
    const gone = await seed();
    await close(gone);
    const { organizationId } = gone;
    let go = () => {};
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    let ready = () => {};
    const begun = new Promise<void>((resolve) => {
      ready = resolve;
    });
    const late = db.tenant(organizationId, async (ctx) => {
      await ctx.tx.insertInto('sites').values({ siteId: randomUUID(), name: 'late' }).execute();
      await enqueue(ctx, 'refresh-capability', {});
      recordAudit(ctx, {
        action: 'figures.rebuild',
        subject: { kind: 'organization', id: organizationId },
        details: { people: 1 },
      });
      ready();
      await held;
    });
    await begun;
    const removing = remove(gone);
    while (!(await isWaiting())) await pause(10);
    go();
    await late;
    await removing;
    await db.tenant(organizationId, (ctx) => enqueue(ctx, 'refresh-capability', {}));
    const after = db.tenant(organizationId, ({ tx }) =>
      tx.insertInto('sites').values({ siteId: randomUUID(), name: 'after' }).execute(),
    );
    await expect(after).rejects.toThrow(/foreign key/);
    const stored = await everythingStored(admin);
    expect(traces(gone).flatMap((text) => tablesHolding(stored, text))).toEqual([]);
  });
});

describe('cadre org export and org delete', () => {
  it('write a copy that only its owner reads, then delete; never without the slug typed twice', async () => {
    const gone = await seed();
    const told: string[] = [];
    const environment = readEnvironment({ NODE_ENV: 'production', DATA_DIR: tmpdir() });
    const org = new Command('org').exitOverride();
    const tools = {
      environment,
      secrets: () => secrets,
      database: () => db.database,
      system: () => db.system,
      out: (text: string) => void told.push(text),
    };
    for (const command of closingCommands(tools)) org.addCommand(command.exitOverride());
    const run = (...args: string[]) => org.parseAsync(args, { from: 'user' });
    const file = path.join(tmpdir(), `copy-${randomUUID()}.jsonl`);
    await run('export', '--slug', gone.slug, '--to', file, '--json');
    const written = (await readFile(file, 'utf8')).trimEnd().split('\n');
    expect(JSON.parse(told[0] ?? '')).toEqual({ rows: written.length - 2, file });
    expect(written.join('\n')).toContain(gone.canary);
    const noted = await db.tenant(gone.organizationId, ({ tx }) =>
      tx.selectFrom('auditEntries').select(['action', 'actorKind', 'details']).orderBy('sequence').execute(),
    );
    expect(noted.slice(-2)).toMatchObject([
      { action: 'organization.export', actorKind: 'operator', details: { ratings: true } },
      { action: 'ratings.view', actorKind: 'operator', details: { scope: { kind: 'everybody' } } },
    ]);
    await expect(run('export', '--slug', gone.slug, '--to', file)).rejects.toThrow(InvalidInput);
    await rm(file);
    await expect(run('delete', '--slug', gone.slug, '--confirm', 'another')).rejects.toThrow(InvalidInput);
    await run('delete', '--slug', gone.slug, '--confirm', gone.slug);
    expect(told.at(-1)).toMatch(/is deleted: \d+ rows removed/);
    const stored = await everythingStored(admin);
    expect(traces(gone).flatMap((text) => tablesHolding(stored, text))).toEqual([]);
  });
});
