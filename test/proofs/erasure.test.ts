import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proofCount, proofSeed, seededRandom } from '#test/isolation/loss/seeded-random';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { everythingStored, tablesHolding } from '#test/setup/everything-stored';
import { keepLogLines } from '#test/setup/log-lines';
import { markEverythingChanged } from '~/modules/capability/commands/mark-everything-changed';
import { refreshCapability } from '~/modules/capability/commands/refresh-capability';
import { verifyAudit } from '~/modules/organizations/queries/verify-audit';
import { type ErasureScene, openErasureScene } from './erasure/erasure-scene';
import { askToErase, runErasure } from './erasure/run-erasure';

const COUNT = proofCount(20);
const SEED = proofSeed();
/** The log keeps numbers of people, which lead nowhere any more (docs/decisions/0013, 0021). */
const KEEPS_NUMBERS = ['public.audit_entries'];
/** Transactions of one erasure. */
const TRANSACTIONS = 7;

const { logger, lines } = keepLogLines('worker');
let db: TestDatabase;
let admin: postgres.Sql;
let scene: ErasureScene;
let before: Map<string, string[]>;
let cutsBefore: string;
let erased: ErasureScene['people'];

beforeAll(
  async () => {
    db = await openTestDatabase();
    admin = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
    scene = await openErasureScene(db, COUNT + 12);
    before = await everythingStored(admin);
    cutsBefore = await figuresOfCuts();
    erased = scene.people.slice(0, COUNT);
    const tools = { db, organizationId: scene.organizationId, logger };
    const random = seededRandom(SEED);
    for (const { employeeId } of erased) {
      const operationId = await askToErase(tools, employeeId);
      await runErasure(tools, operationId, random.below(TRANSACTIONS));
      expect(await runErasure(tools, operationId)).toBe(true);
    }
    while ((await db.tenant(scene.organizationId, refreshCapability)).remaining > 0);
  },
  60_000 + COUNT * 2_000,
);
afterAll(() => admin.end());

/** What released cuts show, without who was left out of them. */
async function figuresOfCuts(): Promise<string> {
  const rows = await admin`
    select release_id, viewer_key, cut -> 'dimensions' as shown from release_cuts order by 1, 2`;
  return JSON.stringify(rows);
}

async function figures(): Promise<string> {
  const [row] = await admin`
    select (select jsonb_agg(to_jsonb(c) - 'computed_at' - 'source_watermark' order by c.group_id, c.row_kind, c.dimension)
              from heatmap_cells c)::text
        || (select jsonb_agg(to_jsonb(p) - 'computed_at' order by p.employee_id, p.dimension) from profiles p)::text as all`;
  return String(row?.['all']);
}

describe('erasure (security.md proof 23)', () => {
  it('red control: the texts of the people stood in many tables before', () => {
    const [canary = '', userId = ''] = scene.people[0]?.texts ?? [];
    expect(tablesHolding(before, canary)).toEqual(
      expect.arrayContaining([
        ...[
          'auth.invitations',
          'auth.password_resets',
          'auth.sessions',
          'auth.users',
          'public.audit_personal_values',
        ],
        ...['public.employees', 'public.evidence', 'public.operations', 'public.own_standard_links'],
        ...['public.upload_chunks', 'public.uploads'],
      ]),
    );
    expect(tablesHolding(before, userId)).toEqual(
      expect.arrayContaining([
        ...['auth.mail_queue', 'auth.memberships', 'public.assessments', 'public.confirmed_splits'],
        ...['public.release_viewers', 'public.uploads', 'public.operations', 'public.saved_views'],
      ]),
    );
    const employeeId = scene.people[0]?.employeeId ?? '';
    expect(tablesHolding(before, employeeId)).toEqual(
      expect.arrayContaining([
        ...['public.release_people', 'public.release_cuts', 'public.dirty_people', 'auth.mail_queue'],
      ]),
    );
  });

  it('no text and no number of the people is left in any table, and none is in the log', async () => {
    const stored = await everythingStored(admin);
    const left = erased.flatMap(({ employeeId, texts }) => [
      ...texts.flatMap((text) => tablesHolding(stored, text).map((table) => `${text} in ${table}`)),
      ...tablesHolding(stored, employeeId).map((table) => `${employeeId} in ${table}`),
    ]);
    const unexpected = left.filter((line) => !KEEPS_NUMBERS.some((table) => line.endsWith(table)));
    expect(unexpected).toEqual([]);
    const log = lines.join('\n');
    expect(erased.filter(({ texts }) => texts.some((text) => log.includes(text)))).toEqual([]);
    const names = erased.map(({ texts }) => texts[0] ?? '');
    expect(left.filter((line) => names.some((name) => line.startsWith(name)))).toEqual([]);
    console.info(`erasure: ${erased.length} people, ${unexpected.length} traces left, seed ${SEED}`);
  });

  it('of the views that they kept the shared ones stay, under nobody, of whichever name', async () => {
    const rows = await admin`
      select name, saved_by = 'erased' as nobodys, count(*)::int as n from saved_views group by 1, 2 order by 1, 2`;
    const stay = scene.people.length - COUNT;
    expect(rows.map((row) => ({ ...row }))).toEqual([
      { name: 'Mine', nobodys: false, n: stay },
      { name: 'Ours', nobodys: false, n: stay },
      { name: 'Ours', nobodys: true, n: COUNT },
    ]);
  });

  it('whoever stays is as before: people, sign-ins, and ratings, also those that the erased gave', async () => {
    const stored = await everythingStored(admin);
    for (const { employeeId, texts } of scene.people.slice(COUNT)) {
      expect(tablesHolding(stored, employeeId)).toContain('public.employees');
      expect(tablesHolding(stored, texts[1] ?? '')).toContain('auth.memberships');
    }
    const ratingsOf = (rows: Map<string, string[]>, id: string) =>
      (rows.get('public.ratings') ?? []).filter((row) => row.includes(id)).length;
    for (const { employeeId } of scene.people.slice(COUNT))
      expect(ratingsOf(stored, employeeId)).toBe(ratingsOf(before, employeeId));
  });

  it('the chain of the audit log verifies, and says that each was asked for and done', async () => {
    const inTenant = <T>(work: Parameters<typeof db.tenant<T>>[1]) => db.tenant(scene.organizationId, work);
    expect(await verifyAudit(inTenant, [])).toMatchObject({ sound: true });
    const [said] = await admin`
      select count(*) filter (where action = 'person.erase_ask')::int as asked,
             count(*) filter (where action = 'person.erase')::int as done from audit_entries`;
    expect(said).toEqual({ asked: COUNT, done: COUNT });
  });

  it('figures computed bit by bit are those of a full rebuild; released figures stand', async () => {
    const step = await figures();
    await db.tenant(scene.organizationId, markEverythingChanged);
    while ((await db.tenant(scene.organizationId, refreshCapability)).remaining > 0);
    expect(await figures()).toBe(step);
    expect(await figuresOfCuts()).toBe(cutsBefore);
    const [people] = await admin`select count(*)::int as n from release_people`;
    expect(people).toEqual({ n: scene.people.length });
  });

  it('an erasure that is over is left alone', async () => {
    const { employeeId } = scene.people.at(-1) ?? { employeeId: randomUUID() };
    const tools = { db, organizationId: scene.organizationId, logger };
    const operationId = await askToErase(tools, employeeId);
    await runErasure(tools, operationId);
    await runErasure(tools, operationId);
    const [said] = await admin`select count(*)::int as n from audit_entries where action = 'person.erase'`;
    expect(said).toEqual({ n: COUNT + 1 });
  });
});
