import { sql } from 'kysely';
import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import type { TenantContext } from '#db/tenancy';
import { openTestDatabase } from '#test/setup/database';
import { importAssessments } from '~/modules/assessments/commands/import-assessments';
import { upsertCycle } from '~/modules/assessments/commands/upsert-cycle';
import { changeMethod } from '~/modules/capability/commands/change-method';
import { keepUp } from '~/modules/capability/commands/keep-up';
import { makeRelease } from '~/modules/capability/commands/make-release';
import { refreshCapability } from '~/modules/capability/commands/refresh-capability';
import { importEmployees } from '~/modules/people/commands/import-employees';
import { addDays } from '~/shared/calendar-day';

const db = await openTestDatabase();
const admin = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());
const TODAY = '2026-11-21';
const HEADER = 'external_id,name,email,title,team,occupation,role_band,started_on,ended_on';
const person = (id: string, team: string, from = '2020-01-01', to = '') =>
  `${id},Person ${id},,Guard,${team},33-9032.00,2,${from},${to}`;
const TWO = [person('E1', 'A'), person('E2', 'B')];

/** An organization with people as the lines say, its figures computed; run works on a day at noon. */
async function organization(lines: readonly string[], zone = 'Europe/Amsterdam') {
  const { organizationId } = await db.newOrganization(zone);
  const run = <T>(work: (ctx: TenantContext) => Promise<T>, day = TODAY, time = '12:00') =>
    db.tenant(organizationId, work, new Date(`${day}T${time}:00Z`));
  const given = { importedBy: 'HR', file: 'e.csv' };
  const load = (rows: readonly string[], today: string) =>
    run((ctx) => importEmployees(ctx, { ...given, today, text: [HEADER, ...rows, ''].join('\n') }));
  const rate = (rows: readonly string[], day = TODAY) =>
    run((ctx) => {
      const header = 'employee_external_id,rater,assessed_on,dimension,level';
      return importAssessments(ctx, { ...given, today: day, text: [header, ...rows, ''].join('\n') });
    }, day);
  const drain = async (day = TODAY, time = '12:00') => {
    while ((await run(refreshCapability, day, time)).remaining > 0);
  };
  const people = (day = TODAY) =>
    run(async (ctx) => {
      const rows = await ctx.tx
        .selectFrom('heatmapCells')
        .innerJoin('teams', 'teams.teamId', 'heatmapCells.groupId')
        .select(['teams.name', 'people', 'withTarget'])
        .where('rowKind', '=', 'direct')
        .where('dimension', '=', 'mastery')
        .orderBy('teams.name')
        .execute();
      return rows.map((row) => `${row.name} ${row.people}`);
    }, day);
  const releases = () =>
    run((ctx) => ctx.tx.selectFrom('releases').select(['asOf', 'reason']).orderBy('sequence').execute());
  await load(lines, TODAY);
  await drain();
  return { organizationId, run, load, rate, drain, people, releases };
}

describe('upkeep', () => {
  it('lets planned leavers, starters and moves reach the cells, whichever days were missed', async () => {
    const { run, load, drain, people } = await organization([
      ...TWO,
      person('E3', 'A', '2020-01-01', addDays(TODAY, 3)),
      person('E4', 'B', addDays(TODAY, 5)),
      person('E5', 'B', addDays(TODAY, 5)),
    ]);
    await load([person('E2', 'A')], addDays(TODAY, 4));
    await drain();
    expect(await people()).toEqual(['A 2', 'B 1']);
    const later = addDays(TODAY, 6);
    expect(await run(keepUp, later)).toMatchObject({ refresh: true });
    await drain(later);
    expect(await people(later)).toEqual(['A 2', 'B 2']);
    const names = await run(
      (ctx) => ctx.tx.selectFrom('heatmapCells').select('asOf').distinct().execute(),
      later,
    );
    expect(names).toEqual([{ asOf: later }]);
    expect(await run(keepUp, later)).toMatchObject({ refresh: false });
  });

  it('asks anew for what waits when the jobs that were asked for are lost', async () => {
    const { organizationId, run, rate, drain } = await organization(TWO);
    const cycle = {
      name: 'Autumn',
      opensOn: '2026-09-01',
      closesOn: '2026-11-20',
      instruments: ['durable'] as const,
    };
    const cycleId = await run((ctx) => upsertCycle(ctx, { ...cycle, state: 'closed' }));
    await rate(['E1,manager,2026-11-01,leadership,2']);
    await drain();
    const asked = ['order-disagreements', 'refresh-capability'].map(
      (name) => `${name}:${organizationId}:one`,
    );
    const lose = () => admin`delete from graphile_worker._private_jobs where key = any(${asked})`;
    const waiting = async () =>
      (await admin`select key from graphile_worker._private_jobs where key = any(${asked}) order by key`).map(
        ({ key }) => key,
      );
    await lose();
    expect(await run(keepUp)).toMatchObject({ refresh: false });
    expect(await waiting()).toEqual([]);
    await rate(['E1,manager,2026-11-02,leadership,3']);
    await run(async ({ tx }) => {
      const { employeeId } = await tx
        .selectFrom('employees')
        .select('employeeId')
        .limit(1)
        .executeTakeFirstOrThrow();
      await tx.insertInto('calibrationWaiting').values({ cycleId, employeeId }).execute();
    });
    await lose();
    expect(await run(keepUp)).toMatchObject({ refresh: true });
    expect(await waiting()).toEqual(asked);
  });

  it('goes by the day of the organization, and moves the day on when nothing is due', async () => {
    const { run, drain } = await organization(TWO, 'Pacific/Auckland');
    // Noon in UTC is the next day there since midnight at 11:00.
    expect(await run(keepUp, TODAY, '10:30')).toMatchObject({ refresh: true });
    await drain(TODAY, '10:30');
    expect(await run(keepUp, TODAY, '10:45')).toMatchObject({ refresh: false });
    expect(await run(keepUp, TODAY, '11:15')).toMatchObject({ refresh: true });
    await drain(TODAY, '11:15');
    const state = await run((ctx) => ctx.tx.selectFrom('capabilityState').select('asOf').execute());
    expect(state).toEqual([{ asOf: addDays(TODAY, 1) }]);
  });

  it('computes everybody again where constants or instruments are others', async () => {
    const { run, drain } = await organization(TWO);
    const rows = () =>
      run((ctx) =>
        ctx.tx
          .selectFrom('profiles')
          .select(['target', 'formulaVersion'])
          .where('dimension', '=', 'mastery')
          .execute(),
      );
    const [before] = await rows();
    await run((ctx) => changeMethod(ctx, { instruments: ['durable'] }));
    await drain();
    const after = await rows();
    expect(after.map((row) => row.target)).toEqual([null, null]);
    expect(after.every((row) => row.formulaVersion !== before?.formulaVersion)).toBe(true);
    const wrong = run((ctx) => changeMethod(ctx, { constants: { trust: { self: 0 } } }));
    await expect(wrong).rejects.toMatchObject({ errors: [{ pointer: '/trust/self' }] });
  });
});

describe('releases', () => {
  it('waits for the first rating, and is made by the refresh itself', async () => {
    const { rate, drain, releases } = await organization(TWO);
    expect(await releases()).toEqual([]);
    await rate([`E1,manager,${TODAY},mastery,3`]);
    await drain();
    expect(await releases()).toEqual([{ asOf: TODAY, reason: 'first' }]);
  });

  it('is made by the refresh without the row of a job that waits for the refresh', async () => {
    const { organizationId, run, rate, releases } = await organization(TWO);
    await rate([`E1,manager,${TODAY},mastery,3`]);
    const key = `make-release:${organizationId}:first`;
    await admin`select graphile_worker.add_job('make-release', '{}', job_key := ${key})`;
    await admin.begin(async (held) => {
      await held`select 1 from graphile_worker._private_jobs where key = ${key} for share`;
      await run(async (ctx) => {
        await sql`set local lock_timeout = '2s'`.execute(ctx.tx);
        await refreshCapability(ctx);
      });
    });
    expect(await releases()).toHaveLength(1);
  });

  it('is made when a cycle closes, on the day of another one only with newer figures', async () => {
    const { run, rate, drain, releases } = await organization(TWO);
    await rate([`E1,manager,${TODAY},mastery,3`]);
    await drain();
    const close = (time: string) => run((ctx) => makeRelease(ctx, 'cycle_closed'), TODAY, time);
    expect(await close('13:00')).toBeNull();
    await rate([`E2,manager,${TODAY},mastery,2`]);
    expect(await close('14:00')).not.toBeNull();
    expect(await close('15:00')).toBeNull();
    expect((await releases()).map((one) => one.reason)).toEqual(['first', 'cycle_closed']);
  });

  it('asks for one when a cycle closes, once', async () => {
    const { organizationId, run } = await organization(TWO);
    const cycle = { name: 'Autumn', opensOn: TODAY, closesOn: TODAY, instruments: ['durable'] as const };
    const waiting = async () =>
      (
        await admin`select 1 from graphile_worker._private_jobs
        where key = ${`make-release:${organizationId}:cycle_closed`}`
      ).length;
    await run((ctx) => upsertCycle(ctx, { ...cycle, state: 'open' }));
    expect(await waiting()).toBe(0);
    await run((ctx) => upsertCycle(ctx, { ...cycle, state: 'closed' }));
    expect(await waiting()).toBe(1);
    await admin`delete from graphile_worker._private_jobs where key = ${`make-release:${organizationId}:cycle_closed`}`;
    await run((ctx) => upsertCycle(ctx, { ...cycle, state: 'archived' }));
    expect(await waiting()).toBe(0);
  });

  it('holds at a month end what was so on its day, with what waits computed first', async () => {
    const { run, rate, drain, releases } = await organization(TWO);
    await rate([`E1,manager,${TODAY},mastery,1`]);
    await drain();
    // Rated in time and on the day after, and not refreshed when the release is made.
    const after = '2026-12-02';
    await rate(['E2,manager,2026-11-30,mastery,2', 'E1,manager,2026-12-01,mastery,4'], after);
    await run((ctx) => makeRelease(ctx, 'month_end'), after);
    expect((await releases()).at(-1)).toEqual({ asOf: '2026-11-30', reason: 'month_end' });
    const frozen = await run((ctx) =>
      ctx.tx
        .selectFrom('releasePeople')
        .innerJoin('releases', 'releases.releaseId', 'releasePeople.releaseId')
        .innerJoin('employees', 'employees.employeeId', 'releasePeople.employeeId')
        .select(['employees.externalId', 'levels'])
        .where('releases.reason', '=', 'month_end')
        .orderBy('employees.externalId')
        .execute(),
    );
    expect(frozen.map(({ externalId, levels }) => [externalId, levels.at(-1)])).toEqual([
      ['E1', 1],
      ['E2', 2],
    ]);
    expect(await run((ctx) => ctx.tx.selectFrom('dirtyPeople').select('dirtyId').execute())).toEqual([]);
  });
});
