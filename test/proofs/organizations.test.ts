import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { proofCount } from '#test/isolation/loss/seeded-random';
import { openTestWeb } from '#test/setup/web';
import { effectOf, type Rows, readRows } from './mass-assignment/database-rows';
import { strangersOf } from './worlds/strangers';
import { asSeenBy, seedTenants } from './worlds/tenants';

const EVERYDAY = 2;
const COUNT = Math.max(EVERYDAY, proofCount(EVERYDAY));
const WHICH = COUNT > EVERYDAY ? 'every subject' : 'ids of the other';

const web = await openTestWeb();
const admin = postgres(web.db.urls.admin, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());
const [first, ...others] = await seedTenants(web, COUNT);
if (!first) throw new Error('there is no organization');

/** The rows of organization a alone. */
const rowsOfA = async (): Promise<Rows> => {
  const named = `"organization_id": "${web.a.organizationId}"`;
  return new Map([...(await readRows(admin))].filter(([row]) => row.includes(named)));
};

describe('many organizations (security.md proof 2)', () => {
  it(
    `each role of ${COUNT - 1} others gets what the table says, nothing of the first, and changes nothing of it`,
    async () => {
      const before = await rowsOfA();
      const tally = { reads: 0, writes: 0 };
      const wrong: unknown[] = [];
      let places = '';
      for (const other of others) {
        const strangers = await strangersOf(asSeenBy(web, other, first));
        const [reads, writes] = [await strangers.read(WHICH), await strangers.write()];
        tally.reads += reads.requests;
        tally.writes += writes.requests;
        wrong.push(...reads.wrong, ...writes.wrong);
        places = strangers.places;
      }
      console.info(
        `proof 2: ${COUNT} organizations, ${places}; ${tally.reads} reads and ${tally.writes} writes ` +
          `(${WHICH}), ${wrong.length} deviations, no draws`,
      );
      expect(wrong).toEqual([]);
      const { came, went } = effectOf(before, await rowsOfA());
      expect([...came, ...went]).toEqual([]);
      expect(before.size).toBeGreaterThan(100);
    },
    120_000 + COUNT * 300_000,
  );
});

describe('red control', () => {
  it('a stranger who was let in and a row that changed are found', async () => {
    const [other] = others;
    if (!other) throw new Error('there is no other organization');
    await admin`insert into auth.memberships (organization_id, user_id, role)
      values (${web.a.organizationId}, ${other.organization.members.employee.userId}, 'employee')`;
    const { wrong } = await (await strangersOf(asSeenBy(web, other, first))).read('ids of the other');
    expect(wrong.length).toBeGreaterThan(5);
    expect(new Set(wrong.map(({ who }) => who))).toEqual(new Set(['employee']));
    const before = await rowsOfA();
    await admin`update employees set name = 'Another' where employee_id = ${web.a.person(3).employeeId}`;
    expect(effectOf(before, await rowsOfA()).came.length).toBe(1);
  }, 300_000);
});
