import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AuthContext, withAuth } from '#db/tenancy';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { AUTH_CALLS } from './data/auth-calls';
import { type AuthFunction, discoverAuthFunctions } from './data/discover-auth-functions';
import {
  AUTH_TABLES_OF_ORGANIZATIONS,
  type AuthWorld,
  growAuthWorld,
  storedInAuth,
} from './world/auth-world';

let db: TestDatabase;
let a: AuthWorld;
let b: AuthWorld;

beforeAll(async () => {
  db = await openTestDatabase();
  const [first, second] = [await db.newOrganization(), await db.newOrganization()];
  a = await withAuth(db.database, (ctx) => growAuthWorld(ctx, first));
  b = await withAuth(db.database, (ctx) => growAuthWorld(ctx, second));
  // What is counted or is a setting differs, so that the one's answer is told from the other's.
  await withAuth(db.database, async ({ tx }) => {
    const settings = { secondFactorRequired: false, ssoRequired: false };
    await tx
      .updateTable('organizationDirectory')
      .set(settings)
      .where('organizationId', '=', b.organizationId)
      .execute();
    const other = { userId: b.rows.users.userId, organizationId: a.organizationId, role: 'owner' };
    await tx
      .insertInto('memberships')
      .values({ ...other, breakGlass: true })
      .execute();
  });
});

const FUNCTIONS = discoverAuthFunctions();
const callOf = (name: string) => {
  const call = AUTH_CALLS[name];
  if (!call) throw new Error(`${name} has no arguments: add it to auth-calls.ts`);
  return call;
};
const textOf = (value: unknown) =>
  JSON.stringify(value, (_key, one) => (typeof one === 'bigint' ? String(one) : one)) ?? '';

class TakenBack extends Error {}

/** What a call answers, and whether it changes rows of the first organization; all of it is taken back. */
async function tried(work: (ctx: AuthContext) => Promise<unknown>) {
  let outcome = { answer: '', changed: false };
  const running = withAuth(db.database, async (ctx) => {
    const before = await storedInAuth(ctx, a);
    const answer = textOf(await work(ctx));
    outcome = { answer, changed: (await storedInAuth(ctx, a)) !== before };
    throw new TakenBack();
  });
  await running.catch((error: unknown) => {
    if (!(error instanceof TakenBack)) outcome = { answer: `${error} ${textOf(error)}`, changed: false };
  });
  return outcome;
}

describe('the functions of the role cadre_auth that are told an organization', () => {
  it('are found in the source, and each has an entry in auth-calls.ts', async () => {
    const names = FUNCTIONS.map(({ name }) => name);
    expect(names.filter((name) => !AUTH_CALLS[name])).toEqual([]);
    expect(Object.keys(AUTH_CALLS).filter((name) => !names.includes(name))).toEqual([]);
    expect(names.length).toBeGreaterThan(40);
  });

  it('are watched in every table that knows organizations', async () => {
    const admin = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
    afterAll(() => admin.end());
    const rows = await admin<{ name: string }[]>`
      select c.relname as name from pg_class c join pg_attribute k on k.attrelid = c.oid
       where c.relnamespace = 'auth'::regnamespace and c.relkind = 'r'
         and k.attname in ('organization_id', 'sso_organization_id') order by 1`;
    expect(rows.map(({ name }) => name).sort()).toEqual(AUTH_TABLES_OF_ORGANIZATIONS);
  });
});

describe.each(FUNCTIONS)('$name', ({ name, call }: AuthFunction) => {
  it('for another organization answers nothing of these rows, and changes none of them', async () => {
    const { args, own } = callOf(name);
    const given = args(a, b.organizationId);
    const echoed = textOf(given);
    const mine = await tried((ctx) => call(ctx, args(a, a.organizationId)));
    const theirs = await tried((ctx) => call(ctx, given));
    expect(theirs.changed).toBe(false);
    if (!echoed.includes(a.canary)) expect(theirs.answer).not.toContain(a.canary);
    const ids = Object.values(a.rows).flatMap((row) => Object.values(row).filter((value) => isUuid(value)));
    expect(ids.filter((id) => theirs.answer.includes(id) && !echoed.includes(id))).toEqual([]);
    // The organization itself is reached by the same arguments.
    if (own === 'answer') expect(mine.answer).not.toBe(theirs.answer);
    if (own === 'change') expect(mine.changed).toBe(true);
  });
});

const isUuid = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value);

describe('red control', () => {
  it('a write without a condition on the organization is seen', async () => {
    const { tokenId } = a.rows.apiTokens;
    const careless = (ctx: AuthContext) =>
      ctx.tx.updateTable('apiTokens').set({ revokedAt: ctx.now }).where('tokenId', '=', tokenId).execute();
    expect((await tried(careless)).changed).toBe(true);
  });
});
