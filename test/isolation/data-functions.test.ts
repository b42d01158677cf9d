import { sql } from 'kysely';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TENANT_TABLES } from '#db/table-scope';
import type { TenantContext } from '#db/tenancy';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { namedRows } from './data/data-call';
import { DATA_CALLS } from './data/data-function-arguments';
import {
  type DataFunction,
  discoverDataFunctions,
  listFunctionsWithoutContext,
} from './data/discover-data-functions';
import { readTableShapes } from './world/table-shape';
import { growWorld, type TenantWorld } from './world/tenant-world';

let db: TestDatabase;
let admin: postgres.Sql;
let a: TenantWorld;
let b: TenantWorld;
let before: string;

beforeAll(async () => {
  db = await openTestDatabase();
  admin = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
  const shapes = await readTableShapes(admin);
  a = await growWorld(db.database, shapes);
  b = await growWorld(db.database, shapes);
  a = await asRead(a);
  before = await stored(a.organizationId);
});
afterAll(() => admin.end());

/** Submits the assessment, gives the person a manager, adds a release without a cut and a whole upload: calls reach rows. */
async function asRead(world: TenantWorld): Promise<TenantWorld> {
  const [managerId, releaseId, uploadId] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
  const release = {
    sequence: 0,
    asOf: '1999-01-01',
    reason: 'first',
    suppressionK: 5,
    formulaVersion: '1',
  } as const;
  await db.tenant(world.organizationId, async ({ tx }) => {
    await tx
      .updateTable('assessments')
      .set({ state: 'submitted', submittedAt: new Date(0) })
      .execute();
    await tx
      .insertInto('employees')
      .values({ employeeId: managerId, externalId: 'manager', name: 'manager' })
      .execute();
    await tx.updateTable('employments').set({ managerId }).execute();
    const upload = {
      name: world.canary,
      uploadedByKind: 'operator',
      uploadedBy: 'test',
      expiresAt: new Date(),
    };
    await tx
      .insertInto('uploads')
      .values({ ...upload, uploadId, sizeBytes: 1, checksum: 'none' })
      .execute();
    await tx
      .insertInto('releases')
      .values({ ...release, releaseId, madeAt: new Date(0) })
      .execute();
    await tx
      .updateTable('ratings')
      .set({ employeeId: String(world.rows.get('employees')?.employee_id) })
      .execute();
  });
  const rows = new Map(world.rows);
  rows.set('employments', { ...rows.get('employments'), manager_id: managerId });
  rows.set('ratings', { ...rows.get('ratings'), employee_id: rows.get('employees')?.employee_id });
  rows.set('assessments', { ...rows.get('assessments'), state: 'submitted' });
  rows.set('bare_releases', { release_id: releaseId });
  rows.set('whole_uploads', { upload_id: uploadId });
  return { ...world, rows };
}

/** As superuser: all rows of an organization, as one text. */
async function stored(organizationId: string): Promise<string> {
  const tables = TENANT_TABLES.map(
    (table) =>
      `select '${table}' as name, to_jsonb(t)::text as row from public.${table} t where organization_id = $1`,
  );
  const rows = await admin.unsafe(`${tables.join(' union all ')} order by 1, 2`, [organizationId]);
  return JSON.stringify(rows);
}

const FUNCTIONS = discoverDataFunctions();
const callOf = (name: string) => {
  const call = DATA_CALLS[name];
  if (!call) throw new Error(`${name} has no arguments: add it to data-function-arguments.ts`);
  return call;
};
const textOf = (value: unknown) => JSON.stringify(value) ?? '';
const idsOf = (world: TenantWorld) =>
  new Set([...world.rows.values()].flatMap((row) => Object.values(row)).filter((value) => isUuid(value)));
const isUuid = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value);

class TakenBack extends Error {}

/** The result of a call as an organization that takes everything back. */
async function taken(
  organizationId: string,
  work: (ctx: TenantContext) => Promise<unknown>,
): Promise<unknown> {
  let result: unknown;
  const running = db.tenant(organizationId, async (ctx) => {
    result = await work(ctx);
    throw new TakenBack();
  });
  await running.catch((error: unknown) => {
    if (!(error instanceof TakenBack)) throw error;
  });
  return result;
}

describe('the data functions (architecture.md, tenancy layer 4)', () => {
  it('are found in the source, and each has an entry in data-function-arguments.ts', () => {
    const names = FUNCTIONS.map(({ name }) => name);
    expect(names.filter((name) => !DATA_CALLS[name])).toEqual([]);
    expect(Object.keys(DATA_CALLS).filter((name) => !names.includes(name))).toEqual([]);
    expect(names.length).toBeGreaterThan(60);
    expect(listFunctionsWithoutContext()).toEqual([]);
    console.info(`tenancy contract: ${names.length} data functions`);
  });
});

describe.each(FUNCTIONS)('$name', ({ name, call }: DataFunction) => {
  it('reaches the rows of its own organization with these arguments', async () => {
    const { args, owner } = callOf(name);
    const result = await taken(a.organizationId, (ctx) => call(ctx, args(namedRows(a))));
    if (owner === 'canary') expect(textOf(result)).toContain(a.canary);
    if (owner === 'rows') expect(['', '[]', '{}', '0', 'null']).not.toContain(textOf(result));
  });

  it('gives another organization nothing of them, and changes none of them', async () => {
    const { args, owner } = callOf(name);
    const given = args(namedRows(a));
    const outcome = await db
      .tenant(b.organizationId, (ctx) => call(ctx, given))
      .catch((error: unknown) => `${error} ${textOf(error)}`);
    const echoed = textOf(given);
    if (owner === 'canary' || !echoed.includes(a.canary)) expect(textOf(outcome)).not.toContain(a.canary);
    const leaked = [...idsOf(a)].filter((id) => textOf(outcome).includes(id) && !echoed.includes(id));
    expect(leaked).toEqual([]);
    expect(await stored(a.organizationId)).toBe(before);
  });
});

describe('red control', () => {
  it('a function that reads past the organization is seen', async () => {
    await admin`alter policy tenant on employees using (true)`;
    const peek: DataFunction['call'] = async ({ tx }) =>
      (await sql`select name from employees`.execute(tx)).rows;
    const outcome = await db.tenant(b.organizationId, (ctx) => peek(ctx, []));
    await admin`alter policy tenant on employees using (organization_id = (select current_organization_id()))`;
    expect(textOf(outcome)).toContain(a.canary);
    expect(textOf(await db.tenant(b.organizationId, (ctx) => peek(ctx, [])))).not.toContain(a.canary);
  });
});
