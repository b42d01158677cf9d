import { describe, expect, it } from 'vitest';
import type { TenantContext } from '#db/tenancy';
import { openTestDatabase } from '#test/setup/database';
import { importEmployees } from '~/modules/people/commands/import-employees';
import { importTargets } from '~/modules/people/commands/import-targets';
import { linkSignIn } from '~/modules/people/commands/link-sign-in';
import { findEmployeeIdOfUser } from '~/modules/people/queries/find-employee-of-user';
import { getEmployee } from '~/modules/people/queries/get-employee';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { listDirectReports } from '~/modules/people/queries/list-direct-reports';
import { listEmployeeIds } from '~/modules/people/queries/list-employee-ids';
import { listOccupationsAsOf } from '~/modules/people/queries/list-occupations-as-of';
import { listPeopleOfTeam } from '~/modules/people/queries/list-people-of-team';
import { listWrittenTargets } from '~/modules/people/queries/list-written-targets';
import { Conflict, InvalidInput, NotFound } from '~/shared/errors';

const testDatabase = await openTestDatabase();
const TODAY = '2026-11-21';
const HEADER =
  'external_id,name,email,title,team,manager_external_id,site,occupation,role_band,started_on,ended_on,status,kind,available';
const LINES = [
  'E1,Ada Berg,ada@h.example,Director,Security,,Quay,11-3013.01,4,2020-01-01,,active,employee,yes',
  'E2,=Ben,ben@h.example,Shift lead,Security / North,E1,Quay,33-1091.00:60;33-9032.00:40,3,2021-05-01,,active,employee,yes',
  'E3,Cem,,Guard,Security / North / Night \\/ Weekend,E2,,33-9032.00,Entry / Apprentice,2022-01-01,,active,agency,no',
  'E4,Dee,,Guard,Security / South,E1,Yard,33-9032.00,2,2019-01-01,2024-06-30,left,employee,yes',
];

const text = (lines: readonly string[]) => [HEADER, ...lines, ''].join('\r\n');

async function organization() {
  const { organizationId } = await testDatabase.newOrganization();
  const run = <T>(work: (ctx: TenantContext) => Promise<T>) => testDatabase.tenant(organizationId, work);
  const load = (lines: readonly string[], today = TODAY) =>
    run((ctx) => importEmployees(ctx, { file: 'employees.csv', text: text(lines), today, importedBy: 'HR' }));
  const counts = async (lines: readonly string[], today = TODAY) => {
    const { created, changed, unchanged } = await load(lines, today);
    return [created, changed, unchanged];
  };
  const dirtyPeople = () =>
    run(async (ctx) => {
      const rows = await ctx.tx
        .deleteFrom('dirtyPeople')
        .using('employees')
        .whereRef('employees.employeeId', '=', 'dirtyPeople.employeeId')
        .returning('employees.externalId')
        .execute();
      return rows.map((row) => row.externalId).sort();
    });
  const person = (externalId: string, asOf = TODAY) => run((ctx) => getEmployee(ctx, { externalId }, asOf));
  return { organizationId, run, load, counts, dirtyPeople, person };
}

const replaceIn = (index: number, from: string, to: string) =>
  LINES.map((line, at) => (at === index ? line.replace(from, to) : line));

describe('importEmployees', () => {
  it('brings people, teams, sites and occupations in, and changes nothing when it is read again', async () => {
    const { run, load, counts, dirtyPeople, person } = await organization();
    const first = await load(LINES);
    expect([first.created, first.changed, first.unchanged]).toEqual([4, 0, 0]);
    expect(first.warnings.map((warning) => warning.pointer)).toEqual([
      'employees.csv:2',
      'employees.csv:3',
      'employees.csv:3',
    ]);
    expect(await dirtyPeople()).toEqual(['E1', 'E2', 'E3', 'E4']);
    const tree = await run((ctx) => getTeamTree(ctx, '2000-01-01'));
    expect(tree.map((team) => team.path)).toEqual([
      'Security',
      'Security / North',
      'Security / North / Night \\/ Weekend',
      'Security / South',
    ]);
    const ben = await person('E2');
    expect(ben).toMatchObject({ name: '=Ben', startedOn: '2021-05-01', employment: { title: 'Shift lead' } });
    expect(ben.occupations.map((one) => [one.soc, one.share, one.roleBand, one.confirmedBy])).toEqual([
      ['33-1091.00', 60, 3, 'HR'],
      ['33-9032.00', 40, 3, 'HR'],
    ]);
    expect((await person('E4')).employment).toMatchObject({ status: 'left', validFrom: '2024-06-30' });
    expect((await person('E4', '2024-06-29')).employment?.status).toBe('active');

    expect(await counts([...LINES].reverse())).toEqual([0, 0, 4]);
    expect(await counts(LINES, '2027-02-01')).toEqual([0, 0, 4]);
    expect(await dirtyPeople()).toEqual([]);
  });

  it('answers who is in a team, in its subtree, and who reports to whom', async () => {
    const { run, load, person } = await organization();
    await load(LINES);
    const [top] = await run((ctx) => getTeamTree(ctx, TODAY));
    const people = (subtree: boolean) =>
      run((ctx) => listPeopleOfTeam(ctx, { teamId: top?.teamId ?? '', asOf: TODAY, subtree }));
    expect((await people(false)).map((one) => one.externalId)).toEqual(['E1']);
    expect((await people(true)).map((one) => [one.externalId, one.soc, one.roleBand])).toEqual([
      ['E2', '33-1091.00', 3],
      ['E1', '11-3013.01', 4],
      ['E3', '33-9032.00', 1],
    ]);
    const { employeeId } = await person('E1');
    const reports = await run((ctx) => listDirectReports(ctx, employeeId, TODAY));
    expect(reports.map((one) => one.externalId)).toEqual(['E2']);
    expect(await run((ctx) => listOccupationsAsOf(ctx, [employeeId], '2019-12-31'))).toEqual([]);
  });

  it('makes a change a new period from today, once a day, and marks who and which team it concerns', async () => {
    const { run, load, counts, dirtyPeople, person } = await organization();
    await load(LINES);
    await dirtyPeople();
    expect(await counts(replaceIn(1, 'ben@h.example', 'ben@quay.example'))).toEqual([0, 1, 3]);
    expect(await dirtyPeople()).toEqual([]);
    const moved = replaceIn(2, 'Security / North / Night \\/ Weekend', 'Security / East');
    expect(await counts(moved)).toEqual([0, 2, 2]);
    expect(await dirtyPeople()).toEqual(['E3']);
    const marked = await run((ctx) =>
      ctx.tx
        .selectFrom('dirtyTeams')
        .innerJoin('teams', 'teams.teamId', 'dirtyTeams.teamId')
        .select('name')
        .execute(),
    );
    expect(marked).toEqual([{ name: 'Night / Weekend' }]);
    expect(await counts(moved)).toEqual([0, 0, 4]);
    await load(replaceIn(2, ',Guard,', ',Patrol,'));
    const periods = await run((ctx) =>
      ctx.tx
        .selectFrom('employments')
        .innerJoin('employees', 'employees.employeeId', 'employments.employeeId')
        .innerJoin('teams', 'teams.teamId', 'employments.teamId')
        .select(['employments.title', 'teams.name', 'employments.validFrom', 'employments.validTo'])
        .where('employees.externalId', '=', 'E3')
        .orderBy('employments.validFrom')
        .execute(),
    );
    expect(periods).toEqual([
      { title: 'Guard', name: 'Night / Weekend', validFrom: '2022-01-01', validTo: TODAY },
      { title: 'Patrol', name: 'Night / Weekend', validFrom: TODAY, validTo: null },
    ]);
    await load(LINES);
    expect((await person('E3')).employment).toMatchObject({ validFrom: '2022-01-01', validTo: null });
  });

  it('lets people of one file exchange addresses', async () => {
    const { load, counts, person } = await organization();
    await load(LINES);
    const swapped = LINES.map((line) =>
      line.replace(/ada@|ben@/, (address) => (address === 'ada@' ? 'ben@' : 'ada@')),
    );
    expect(await counts(swapped)).toEqual([0, 2, 2]);
    expect((await person('E1')).email).toBe('ben@h.example');
  });

  it('refuses the whole file with the faulty lines', async () => {
    const { run, load } = await organization();
    await load(LINES.slice(0, 1));
    const faulty = [...LINES, 'E5,Eve,,Guard,A / ,E9,,x,9,2026-02-30,,gone,,', 'E2,Fay,,Guard,A,E6,,,,,,,,'];
    const error = await load(faulty).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InvalidInput);
    const { errors, reason } = error as InvalidInput;
    expect(reason).toContain('7 faults');
    expect(errors.map((one) => `${one.pointer} ${one.detail.split(':')[0]}`)).toEqual([
      'employees.csv:6 team',
      'employees.csv:6 occupation',
      'employees.csv:6 role_band',
      'employees.csv:6 started_on',
      'employees.csv:6 status',
      'employees.csv:7 external_id',
      'employees.csv:7 manager_external_id',
    ]);
    expect(await run((ctx) => listEmployeeIds(ctx))).toHaveLength(1);
    expect(await run((ctx) => getTeamTree(ctx, TODAY))).toHaveLength(1);
  });

  it('reads the required columns alone', async () => {
    const { run, person } = await organization();
    const short = 'team,external_id,name,email,title,shoe size\nA,E1,Ada,,Guard,38\n';
    const input = { file: 'e.csv', text: short, today: TODAY, importedBy: 'HR' };
    const result = await run((ctx) => importEmployees(ctx, input));
    expect(result.warnings).toEqual([
      { pointer: 'e.csv:1', detail: 'The column "shoe size" is not known and was not read.' },
    ]);
    expect((await person('E1')).employment).toMatchObject({
      validFrom: TODAY,
      status: 'active',
      available: true,
    });
  });

  it('gives the same end when the file is read twice at once', async () => {
    const { run, load } = await organization();
    const results = await Promise.all([load(LINES), load(LINES)]);
    expect(results.map((result) => result.created).sort()).toEqual([0, 4]);
    expect(await run((ctx) => listEmployeeIds(ctx))).toHaveLength(4);
  });

  it('keeps organizations apart', async () => {
    const [one, other] = [await organization(), await organization()];
    await one.load(LINES);
    const { employeeId } = await one.person('E1');
    expect(await other.counts(LINES)).toEqual([4, 0, 0]);
    await expect(other.run((ctx) => getEmployee(ctx, { employeeId }, TODAY))).rejects.toThrow(NotFound);
    await expect(other.run((ctx) => getEmployee(ctx, { employeeId: 'no id' }, TODAY))).rejects.toThrow(
      NotFound,
    );
  });
});

describe('importTargets', () => {
  const targets = (level: number) =>
    `occupation,role_band,dimension,level,weight,critical\n33-9032.00,1,leadership,${level},2,yes\n33-9032.00,1,mastery,2,,\n`;

  it('writes target profiles, changes them from today, and marks who holds them', async () => {
    const { run, load, dirtyPeople } = await organization();
    await load(LINES);
    await dirtyPeople();
    const read = (level: number, today: string) =>
      run((ctx) => importTargets(ctx, { file: 't.csv', text: targets(level), today, importedBy: 'HR' }));
    expect(await read(3, '2026-01-01')).toMatchObject({ created: 2, changed: 0, unchanged: 0 });
    expect(await dirtyPeople()).toEqual(['E3']);
    expect(await read(3, '2026-01-01')).toMatchObject({ created: 0, changed: 0, unchanged: 2 });
    expect(await read(4, TODAY)).toMatchObject({ created: 0, changed: 1, unchanged: 1 });
    const on = async (day: string) =>
      (await run((ctx) => listWrittenTargets(ctx, day))).map((row) => [
        row.dimension,
        row.level,
        row.weight,
        row.critical,
      ]);
    expect(await on('2026-06-01')).toEqual([
      ['leadership', 3, 2, true],
      ['mastery', 2, 1, false],
    ]);
    expect((await on(TODAY))[0]).toEqual(['leadership', 4, 2, true]);
  });

  it('warns of codes in no catalogue before it tells which profiles are written for the first time', async () => {
    const { run } = await organization();
    const input = { file: 't.csv', text: targets(3), today: TODAY, importedBy: 'HR' };
    const { warnings } = await run((ctx) => importTargets(ctx, input));
    expect(warnings.map(({ detail }) => detail)).toEqual([
      expect.stringContaining('33-9032.00 is in no catalogue yet'),
      expect.stringContaining('had the default'),
    ]);
  });

  it('refuses unknown dimensions and repeated rows', async () => {
    const { run } = await organization();
    const wrong = `${targets(3)}33-9032.00,Entry / Apprentice,mastery,2,,\n33-9032.00,1,charm,2,,\n`;
    const input = {
      file: 't.csv',
      text: wrong,
      today: TODAY,
      importedBy: 'HR',
      dimensions: ['leadership', 'mastery'],
    };
    const error = await run((ctx) => importTargets(ctx, input)).catch((thrown: unknown) => thrown);
    expect((error as InvalidInput).errors.map((one) => one.pointer)).toEqual(['t.csv:4', 't.csv:5']);
  });
});

describe('linkSignIn', () => {
  it('links a sign-in to one person', async () => {
    const { run, load, person } = await organization();
    await load(LINES);
    const userId = crypto.randomUUID();
    const { employeeId } = await person('E2');
    await run((ctx) => linkSignIn(ctx, { externalId: 'E2', userId }));
    await run((ctx) => linkSignIn(ctx, { externalId: 'E2', userId }));
    expect(await run((ctx) => findEmployeeIdOfUser(ctx, userId))).toBe(employeeId);
    await expect(run((ctx) => linkSignIn(ctx, { externalId: 'E1', userId }))).rejects.toThrow(Conflict);
    await expect(run((ctx) => linkSignIn(ctx, { externalId: 'E9', userId }))).rejects.toThrow(NotFound);
  });
});
