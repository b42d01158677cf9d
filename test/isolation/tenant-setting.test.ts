import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signTenant } from '#db/signing';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { TEST_TENANT_KEY } from '#test/setup/test-keys';

let db: TestDatabase;
/** Two sessions of the role cadre_app, as injected SQL would have them. */
let app: postgres.Sql;
let other: postgres.Sql;
let a: string;
let b: string;

beforeAll(async () => {
  db = await openTestDatabase();
  app = session(db.urls.app);
  other = session(db.urls.app);
  a = await organizationWithTeam('canary of A');
  b = await organizationWithTeam('row of B');
});
afterAll(() => Promise.all([app.end(), other.end()]));

const session = (url: string) => postgres(url, { max: 1, onnotice: () => {}, fetch_types: false });
const inAMinute = () => Math.ceil(Date.now() / 1000) + 60;
const pidOf = async (sql: postgres.Sql) => Number((await sql`select pg_backend_pid() as pid`)[0]?.pid);

async function organizationWithTeam(name: string): Promise<string> {
  const { organizationId } = await db.newOrganization();
  await db.tenant(organizationId, ({ tx }) =>
    tx.insertInto('teams').values({ teamId: randomUUID(), name }).execute(),
  );
  return organizationId;
}

/** Statements one after the other inside a transaction of B that is honestly signed; answers that of the last. */
async function insideB(...statements: string[]): Promise<readonly Record<string, unknown>[]> {
  const token = signTenant(TEST_TENANT_KEY, {
    organizationId: b,
    backendPid: await pidOf(app),
    expiresAt: inAMinute(),
  });
  await app.unsafe(`begin; set local app.tenant = '${token}'`);
  try {
    let rows: readonly Record<string, unknown>[] = [];
    for (const statement of statements) rows = await app.unsafe(statement);
    return rows;
  } finally {
    await app.unsafe('rollback; reset role; reset session authorization');
  }
}

const TEAMS = 'select name from teams';
const setTo = (token: string) => `set local app.tenant = '${token}'`;

describe('a tenant setting that was not signed for this transaction gives no rows', () => {
  it('shows the own row with the honest setting', async () => {
    expect(await insideB(TEAMS)).toEqual([{ name: 'row of B' }]);
  });

  const forgeries: [string, (honest: (organizationId: string, expiresAt?: number) => string) => string][] = [
    ['the bare organization', () => a],
    ['nothing', () => ''],
    ['parts without a signature', (sign) => sign(a).split('.').slice(0, 4).join('.')],
    ['an empty signature', (sign) => `${sign(a).split('.').slice(0, 4).join('.')}.`],
    ['the organization under the signature of B', (sign) => sign(b).replace(b, a)],
    [
      'a later expiry under an old signature',
      (sign) => sign(a, 1_000_000_000).replace('1000000000', '9999999999'),
    ],
    ['a setting that has run out', (sign) => sign(a, Math.floor(Date.now() / 1000) - 1)],
    ['a key that is not known', (sign) => sign(a).replace(/^test/, 'other')],
    ['an expiry that is no number', (sign) => sign(a).replace(/\.\d{9,}\./, '.infinity.')],
    ['one part too many', (sign) => `${sign(a)}.x`],
  ];

  it.each(forgeries)('%s', async (_, forge) => {
    const backendPid = await pidOf(app);
    const token = forge((organizationId, expiresAt = inAMinute()) =>
      signTenant(TEST_TENANT_KEY, { organizationId, backendPid, expiresAt }),
    );
    expect(await insideB(setTo(token), TEAMS)).toEqual([]);
    expect(await insideB(`select set_config('app.tenant', '${token}', true)`, TEAMS)).toEqual([]);
  });

  it('another secret under the known key id', async () => {
    const wrong = { keyId: TEST_TENANT_KEY.keyId, secret: Buffer.alloc(32, 8) };
    const claim = { organizationId: a, backendPid: await pidOf(app), expiresAt: inAMinute() };
    expect(await insideB(setTo(signTenant(wrong, claim)), TEAMS)).toEqual([]);
    expect(await insideB(setTo(signTenant(TEST_TENANT_KEY, claim)), TEAMS)).toEqual([
      { name: 'canary of A' },
    ]);
  });

  it('is looked at once in a statement, for the rows it reads and for those it writes', async () => {
    const plan = await insideB("explain (costs off) update teams set name = name || '!'");
    const lines = plan.map((row) => String(row['QUERY PLAN']));
    expect(lines.filter((line) => line.includes('InitPlan')).length).toBeGreaterThan(0);
    expect(lines.join(' ')).not.toContain('current_organization_id');
  });

  it('is gone after the transaction, so that the next one without a setting sees nothing', async () => {
    await insideB(TEAMS);
    expect(await app.unsafe(TEAMS)).toEqual([]);
    expect(await app.unsafe("select current_setting('app.tenant', true) as value")).toEqual([{ value: '' }]);
  });
});

describe('a token captured in another session', () => {
  /** A's own transaction on the other session stays open while B tries. */
  async function whileAWorks<T>(work: (token: string) => Promise<T>): Promise<T> {
    const claim = { organizationId: a, backendPid: await pidOf(other), expiresAt: inAMinute() };
    const token = signTenant(TEST_TENANT_KEY, claim);
    await other.unsafe(`begin; ${setTo(token)}; ${TEAMS}`);
    try {
      return await work(token);
    } finally {
      await other.unsafe('rollback');
    }
  }

  it('gives no rows, because it names another backend', async () => {
    expect(await whileAWorks((token) => insideB(setTo(token), TEAMS))).toEqual([]);
  });

  it('cannot be read: the text of other sessions is hidden', async () => {
    const seen = await whileAWorks(() =>
      insideB('select pid, query from pg_stat_activity where pid <> pg_backend_pid()'),
    );
    expect(seen.length).toBeGreaterThan(0);
    expect(JSON.stringify(seen)).not.toMatch(/app\.tenant|canary|teams/);
    await expect(insideB('set track_activities = on')).rejects.toThrow('permission denied');
  });

  it('red control: with statement texts on and no check of the backend it is read, replayed and opens A', async () => {
    const admin = session(db.urls.admin);
    const [definition] = await admin`
      select pg_get_functiondef('public.current_organization_id'::regproc) as text, current_database() as name`;
    const unbound = String(definition?.text).replace('pg_backend_pid()::text', 'parts[3]');
    expect(unbound).not.toBe(definition?.text);
    await admin.unsafe(`alter role cadre_app in database ${definition?.name} set track_activities = on`);
    await admin.unsafe(unbound);
    await other.end();
    other = session(db.urls.app);
    const opened = await whileAWorks(async () => {
      const texts = await insideB('select query from pg_stat_activity where pid <> pg_backend_pid()');
      const captured = /app\.tenant = '([^']+)'/.exec(JSON.stringify(texts))?.[1] ?? '';
      return insideB(setTo(captured), TEAMS);
    });
    await admin.unsafe(String(definition?.text));
    await admin.unsafe(`alter role cadre_app in database ${definition?.name} reset track_activities`);
    await admin.end();
    expect(opened).toEqual([{ name: 'canary of A' }]);
    expect(await whileAWorks((token) => insideB(setTo(token), TEAMS))).toEqual([]);
  });
});

describe('the role cadre_app cannot become more than it is', () => {
  it.each([
    ['set role cadre_owner', 'permission denied'],
    ['set role cadre_auth', 'permission denied'],
    ['set session authorization cadre_owner', 'permission denied'],
    ["select set_config('role', 'cadre_owner', false)", 'permission denied'],
    ['select secret from cadre_private.tenant_keys', 'permission denied'],
    ['select * from cadre_private.worker_heartbeats', 'permission denied'],
    ['select * from auth.users', 'permission denied'],
    ['select * from auth.sessions', 'permission denied'],
    ['select * from auth.memberships', 'permission denied'],
    ['select * from auth.readiness()', 'permission denied'],
    ["select graphile_worker.add_job('refresh-capability', '{}')", 'permission denied'],
    ['select * from graphile_worker._private_jobs', 'permission denied'],
    ["select cadre_private.protect_tenant_table('public.teams')", 'permission denied'],
    ['truncate teams', 'permission denied'],
    ['alter table teams disable row level security', 'must be owner'],
    ['drop policy tenant on teams', 'must be owner'],
    ['create table public.mine (id int)', 'permission denied'],
    ['create temporary table mine (id int)', 'permission denied'],
    ['create function pg_temp.mine() returns int language sql as $$ select 1 $$', 'permission denied'],
    ["copy teams from program 'true'", 'permission denied'],
    ["copy teams to '/dev/null'", 'permission denied'],
    ["select pg_read_file('PG_VERSION')", 'permission denied'],
    ['alter role cadre_app bypassrls', 'permission denied'],
    ['update occupations set title = title', 'permission denied'],
  ])('%s: %s', async (statement, refusal) => {
    await expect(insideB(statement)).rejects.toThrow(refusal);
  });

  it('a runaway reset of the role leaves it what it is', async () => {
    expect(await insideB('reset role', 'reset session authorization', 'select current_user as name')).toEqual(
      [{ name: 'cadre_app' }],
    );
  });

  it('copy from standard input is refused where row security holds', async () => {
    await expect(insideB('copy teams (team_id, name) from stdin')).rejects.toThrow('row-level security');
  });

  it('copy to standard output and query_to_xml show the own rows alone', async () => {
    const [row] = await insideB("select query_to_xml('select name from teams', true, true, '')::text as xml");
    expect(row?.xml).toContain('row of B');
    expect(row?.xml).not.toContain('canary of A');
  });

  it('turning row security off gives an error and no rows', async () => {
    await expect(insideB('set local row_security = off', TEAMS)).rejects.toThrow('row-level security');
  });

  it('planner figures of a tenant table are not readable', async () => {
    const admin = session(db.urls.admin);
    await admin`analyze teams`;
    await admin.end();
    expect(await insideB("select * from pg_stats where tablename = 'teams'")).toEqual([]);
    await expect(insideB('select * from pg_statistic')).rejects.toThrow('permission denied');
  });
});

describe('enqueue_job', () => {
  it('takes the organization from the setting and none from its payload', async () => {
    const payload = JSON.stringify({ organizationId: a, payload: { organizationId: a } });
    await db.tenant(b, ({ tx }) =>
      tx
        .selectNoFrom((eb) =>
          eb
            .fn<unknown>('enqueue_job', [
              eb.val('refresh-capability'),
              eb.cast(eb.cast(eb.val(payload), 'text'), 'jsonb'),
              eb.val('one'),
            ])
            .as('job'),
        )
        .execute(),
    );
    const admin = session(db.urls.admin);
    const jobs = await admin`select payload, key from graphile_worker._private_jobs`;
    await admin.end();
    const stored = (jobs[0]?.payload ?? {}) as { organizationId?: string };
    expect(jobs).toHaveLength(1);
    expect(stored.organizationId).toBe(b);
    expect(jobs[0]?.key).toBe(`refresh-capability:${b}:one`);
  });

  it('refuses without an organization, and with a forged one', async () => {
    const call = "select enqueue_job('refresh-capability', '{}', 'one', 0)";
    await expect(app.unsafe(call)).rejects.toThrow('needs an organization');
    await expect(insideB(setTo(a), call)).rejects.toThrow('needs an organization');
  });

  it('job_status counts the own jobs alone', async () => {
    expect(await insideB("select waiting from job_status('refresh-capability')")).toEqual([{ waiting: 1 }]);
    expect(await insideB(setTo(''), "select waiting from job_status('refresh-capability')")).toEqual([
      { waiting: 0 },
    ]);
  });
});
