import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TenantContext, withTenant } from '#db/tenancy';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { refreshCapability } from '~/modules/capability/commands/refresh-capability';
import { listPeopleWithoutFacts } from '~/modules/capability/data/figures-blocks';
import type { FiguresSelection } from '~/modules/capability/data/person-figures';
import { sumGroups } from '~/modules/capability/queries/counted-groups';
import { figuresInMemory } from '~/modules/capability/queries/figures-memory';
import { importEmployees } from '~/modules/people/commands/import-employees';
import { countedBothWays } from './counted-both-ways';

const TODAY = '2026-11-21';
const NOW = new Date(`${TODAY}T12:00:00Z`);
const EVERYBODY: FiguresSelection = {
  ...{ teamIds: null, siteIds: null, socs: null, bands: null, kinds: null, available: null },
};

let db: TestDatabase;
let organizationId: string;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(async () => {
  ({ organizationId } = await db.newOrganization());
  await inTenant((ctx) => write(ctx, ['North', 'North', 'South', 'South', 'South']));
});

describe('figures in memory', () => {
  it('follow who moves, comes and leaves', async () => {
    expect(await peopleOfTeams()).toEqual([2, 3]);
    await inTenant((ctx) => write(ctx, ['North', 'South', 'South', 'South', 'South']));
    expect(await peopleOfTeams()).toEqual([1, 4]);
    await inTenant((ctx) => write(ctx, ['North', 'South', 'South', 'South', 'South', 'West']));
    expect(await peopleOfTeams()).toEqual([1, 4, 1]);
    await inTenant((ctx) => write(ctx, ['left', 'South', 'South', 'South', 'South', 'West']));
    expect(await peopleOfTeams()).toEqual([4, 1]);
    await bothWaysAgree();
  });
  it('do not have somebody whose record is gone, before any refresh', async () => {
    expect(await peopleOfTeams()).toEqual([2, 3]);
    await inTenant(({ tx }) => tx.deleteFrom('employees').where('externalId', '=', 'E2').execute());
    expect(await peopleOfTeams()).toEqual([2, 2]);
    await inTenant(({ tx }) => tx.deleteFrom('employees').where('externalId', 'in', ['E0', 'E1']).execute());
    expect(await peopleOfTeams()).toEqual([2]);
    const newest = ({ tx, organizationId: of }: TenantContext) =>
      sql`
      delete from employees where organization_id = ${of}::uuid and employee_id =
        (select employee_id from person_figures where organization_id = ${of}::uuid order by written desc limit 1)`.execute(
        tx,
      );
    await inTenant(newest);
    expect(await peopleOfTeams()).toEqual([1]);
    expect(await peopleOfTeams()).toEqual([1]);
    await bothWaysAgree();
  });
  it('are of the moment of who asks', async () => {
    const reader = {
      organizationId,
      actor: { kind: 'operator', id: 'test' },
      now: NOW,
      readOnly: true,
    } as const;
    const before = await withTenant(db.database, reader, async (ctx) => {
      expect(await countTeams(ctx)).toEqual([2, 3]);
      await inTenant((other) => write(other, ['West', 'West', 'West', 'West', 'West']));
      expect(await peopleOfTeams()).toEqual([5]);
      return countTeams(ctx);
    });
    expect(before).toEqual([2, 3]);
    expect(await peopleOfTeams()).toEqual([5]);
  });
  it('stay for everybody else when somebody asks as of an earlier moment', async () => {
    const reader = {
      organizationId,
      actor: { kind: 'operator', id: 'test' },
      now: NOW,
      readOnly: true,
    } as const;
    const [before] = (await inTenant(figuresInMemory)) ?? [];
    await withTenant(db.database, reader, async (ctx) => {
      expect(await countTeams(ctx)).toEqual([2, 3]);
      // Of the same people the earlier moment is the same as what is kept.
      expect((await figuresInMemory(ctx))?.[0]).toBe(before);
      await inTenant((other) => write(other, ['North', 'North', 'South', 'West', 'West']));
      const kept = await inTenant(figuresInMemory);
      expect(await figuresInMemory(ctx)).toBeNull();
      const after = await inTenant(figuresInMemory);
      // One and the same objects: nobody read them anew.
      expect(kept).toHaveLength(3);
      expect(after).toHaveLength(3);
      for (const [at, team] of (kept ?? []).entries()) expect(after?.[at]).toBe(team);
    });
    await bothWaysAgree();
  });
  it('keep nothing of what is not committed', async () => {
    expect(await peopleOfTeams()).toEqual([2, 3]);
    const dying = inTenant(async (ctx) => {
      await write(ctx, ['West', 'West', 'West', 'West', 'West']);
      expect((await countTeams(ctx)).length).toBe(1);
      throw new Error('killed');
    });
    await expect(dying).rejects.toThrow('killed');
    expect(await peopleOfTeams()).toEqual([2, 3]);
    await inTenant((ctx) => write(ctx, ['North', 'North', 'North', 'South', 'South']));
    expect(await peopleOfTeams()).toEqual([3, 2]);
    await bothWaysAgree();
  });
  it('are left to the database while rows of before an upgrade are not computed anew', async () => {
    expect(await inTenant(figuresInMemory)).toHaveLength(2);
    const older = ({ tx, organizationId: of }: TenantContext) =>
      sql`
      update person_figures set facts = null, written = default
       where organization_id = ${of}::uuid
         and employee_id = (select employee_id from employees where external_id = 'E4')`.execute(tx);
    await inTenant(older);
    expect(await inTenant(figuresInMemory)).toBeNull();
    expect(await peopleOfTeams()).toEqual([2, 3]);
    expect(await inTenant(listPeopleWithoutFacts)).toHaveLength(1);
    await inTenant((ctx) => write(ctx, ['North', 'North', 'South', 'South', 'North']));
    expect(await inTenant(listPeopleWithoutFacts)).toEqual([]);
    expect(await inTenant(figuresInMemory)).toHaveLength(2);
    expect(await peopleOfTeams()).toEqual([3, 2]);
  });
  it('are left to the database while no row has a number, also when somebody is gone meanwhile', async () => {
    const unnumbered = ({ tx, organizationId: of }: TenantContext) =>
      sql`update person_figures set facts = null, written = null where organization_id = ${of}::uuid`.execute(
        tx,
      );
    await inTenant(unnumbered);
    expect(await inTenant(figuresInMemory)).toBeNull();
    await inTenant(({ tx, organizationId: of }) =>
      sql`
      delete from person_figures where organization_id = ${of}::uuid
         and employee_id = (select employee_id from employees where external_id = 'E4')`.execute(tx),
    );
    expect(await inTenant(figuresInMemory)).toBeNull();
    expect((await peopleOfTeams()).reduce((sum, people) => sum + people, 0)).toBe(4);
    await inTenant((ctx) => write(ctx, ['West', 'West', 'West', 'West', 'West']));
    await inTenant((ctx) => write(ctx, ['North', 'North', 'South', 'South', 'South']));
    expect(await peopleOfTeams()).toEqual([2, 3]);
  });
  it('are read whole once when several ask first', async () => {
    const [first, ...others] = await Promise.all([1, 2, 3, 4].map(() => inTenant(figuresInMemory)));
    expect(first).toHaveLength(2);
    // One and the same objects: nobody else read them.
    for (const other of others)
      for (const [at, team] of (first ?? []).entries()) expect(other?.[at]).toBe(team);
    await bothWaysAgree();
  });
  it('are read by another one when who asked first fails', async () => {
    const failing = inTenant(async (ctx) => {
      await sql`select 1 / 0`.execute(ctx.tx).catch(() => {});
      return figuresInMemory(ctx);
    });
    const [failed, ...others] = await Promise.allSettled([failing, ...[1, 2].map(() => peopleOfTeams())]);
    expect(failed?.status).toBe('rejected');
    expect(others.map((one) => one.status === 'fulfilled' && one.value)).toEqual([
      [2, 3],
      [2, 3],
    ]);
  });
  it('are read whole by one of those who waited for one who failed', async () => {
    const asked = inTenant((first) =>
      inTenant((second) =>
        inTenant(async (third) => {
          await sql`select 1 / 0`.execute(first.tx).catch(() => {});
          const [failed, ...others] = await Promise.allSettled([first, second, third].map(figuresInMemory));
          expect(failed?.status).toBe('rejected');
          const [one, other] = others.map((each) => (each.status === 'fulfilled' ? each.value : null));
          expect(one).toHaveLength(2);
          // One and the same objects: nobody else read them.
          for (const [at, team] of (one ?? []).entries()) expect(other?.[at]).toBe(team);
        }),
      ),
    );
    // The transaction of the first is not to be committed.
    await expect(asked).rejects.toMatchObject({ name: 'CommitRefused' });
  });
  it('are those of the organization that asks', async () => {
    const other = await db.newOrganization();
    expect(await peopleOfTeams()).toEqual([2, 3]);
    expect(await db.tenant(other.organizationId, figuresInMemory, NOW)).toEqual([]);
    expect(await peopleOfTeams()).toEqual([2, 3]);
  });
});

function inTenant<T>(work: (ctx: TenantContext) => Promise<T>): Promise<T> {
  return db.tenant(organizationId, work, NOW);
}

/** People by team, the teams by name. */
async function peopleOfTeams(): Promise<number[]> {
  return inTenant(countTeams);
}

async function countTeams(ctx: TenantContext): Promise<number[]> {
  const teams = await ctx.tx.selectFrom('teams').select(['teamId', 'name']).orderBy('name').execute();
  const groupOf = new Map(teams.map(({ teamId, name }) => [teamId, name]));
  const groups = await sumGroups(ctx, { selection: EVERYBODY, grouping: { by: 'team', groupOf } });
  return teams.flatMap(({ name }) => groups.get(name)?.[0]?.people ?? []);
}

async function bothWaysAgree(): Promise<void> {
  const { counted, summed } = await inTenant(countedBothWays);
  expect(summed.length).toBeGreaterThan(0);
  expect(counted).toEqual(summed);
}

/** Puts people E0, E1 ... into these teams and computes them; who is in `left` has left. */
async function write(ctx: TenantContext, teams: readonly string[]): Promise<void> {
  const lines = teams.map((team, n) =>
    [
      ...[`E${n}`, `Person ${n}`, `p${n}@example.org`, 'Guard', team === 'left' ? 'North' : team],
      ...['33-9032.00', (n % 4) + 1, '2020-01-01', team === 'left' ? 'left' : 'active'],
    ].join(','),
  );
  const header = 'external_id,name,email,title,team,occupation,role_band,started_on,status';
  const text = [header, ...lines, ''].join('\n');
  await importEmployees(ctx, { file: 'employees.csv', text, today: TODAY, importedBy: 'test' });
  while ((await refreshCapability(ctx)).remaining > 0);
}
