import { describe, expect, it } from 'vitest';
import type { TenantContext } from '#db/tenancy';
import { openTestDatabase } from '#test/setup/database';
import { importAssessments } from '~/modules/assessments/commands/import-assessments';
import { upsertCycle } from '~/modules/assessments/commands/upsert-cycle';
import { listCycles } from '~/modules/assessments/queries/list-cycles';
import { listRatingFacts } from '~/modules/assessments/queries/list-rating-facts';
import { refreshCapability } from '~/modules/capability/commands/refresh-capability';
import { importEmployees } from '~/modules/people/commands/import-employees';
import { listEmployeeIds } from '~/modules/people/queries/list-employee-ids';
import type { InvalidInput } from '~/shared/errors';

const testDatabase = await openTestDatabase();
const TODAY = '2026-11-21';
const PEOPLE = [
  'external_id,name,email,title,team,occupation,role_band,started_on',
  'E1,Ada,,Lead,A,33-1091.00,3,2020-01-01',
  'E2,Ben,,Guard,A,33-9032.00,2,2026-11-01',
  'E3,Cem,,Guard,A,,,2026-11-01',
  '',
].join('\n');
const LONG = 'employee_external_id,rater,rater_external_id,assessed_on,occupation,dimension,level,evidence';
const ROWS = [
  'E2,manager,E1,2026-11-10,,leadership,2,Led the gate drill',
  'E2,manager,E1,2026-11-10,,mastery,3,',
  'E2,manager,E1,2026-11-10,,character,?,',
  'E2,self,,2026-11-10,,mastery,4,I know the site',
  'E1,self,E1,2026-11-10,33-9032.00,ai_use,1,',
];

async function organization() {
  const { organizationId } = await testDatabase.newOrganization();
  const run = <T>(work: (ctx: TenantContext) => Promise<T>) => testDatabase.tenant(organizationId, work);
  const given = { today: TODAY, importedBy: 'HR' };
  await run((ctx) => importEmployees(ctx, { ...given, file: 'employees.csv', text: PEOPLE }));
  const read = (text: string) => run((ctx) => importAssessments(ctx, { ...given, file: 'a.csv', text }));
  const load = (rows: readonly string[], header = LONG) => read([header, ...rows, ''].join('\n'));
  const counts = async (rows: readonly string[], header = LONG) => {
    const { created, corrected, unchanged, ratings } = await load(rows, header);
    return { created, corrected, unchanged, ratings };
  };
  const faults = async (rows: readonly string[], header = LONG) => {
    const error = await load(rows, header).then(
      () => undefined,
      (thrown: unknown) => thrown as InvalidInput,
    );
    return (error?.errors ?? []).map((one) => `${one.pointer} ${one.detail}`);
  };
  const facts = () =>
    run(async (ctx) => {
      const rows = await listRatingFacts(ctx, await listEmployeeIds(ctx));
      return rows
        .map(
          (row) =>
            `${row.soc} ${row.raterKind} ${row.dimension} ${row.level ?? '?'}${row.hasAcceptedEvidence ? ' +' : ''}`,
        )
        .sort();
    });
  return { run, load, counts, faults, facts };
}

describe('importAssessments', () => {
  it('stores ratings under the main occupation, and changes nothing when it is read again', async () => {
    const { run, counts, facts } = await organization();
    await run((ctx) => ctx.tx.deleteFrom('dirtyPeople').execute());
    expect(await counts(ROWS)).toEqual({ created: 3, corrected: 0, unchanged: 0, ratings: 5 });
    expect(await facts()).toEqual([
      '33-9032.00 manager character ?',
      '33-9032.00 manager leadership 2 +',
      '33-9032.00 manager mastery 3',
      '33-9032.00 self ai_use 1',
      '33-9032.00 self mastery 4',
    ]);
    const dirty = () => run((ctx) => ctx.tx.selectFrom('dirtyPeople').select('employeeId').execute());
    expect(await dirty()).toHaveLength(2);
    expect(await counts([...ROWS].reverse())).toEqual({ created: 0, corrected: 0, unchanged: 3, ratings: 5 });
    expect(await dirty()).toHaveLength(2);
  });

  it('keeps a correction as a new version with the ratings and the evidence that stay', async () => {
    const { run, counts, facts } = await organization();
    await counts(ROWS);
    const correction = ['E2,manager,E1,2026-11-10,,mastery,2,', 'E2,manager,E1,2026-11-10,,fortitude,1,'];
    expect(await counts(correction)).toEqual({ created: 0, corrected: 1, unchanged: 0, ratings: 2 });
    expect((await facts()).filter((fact) => fact.includes('manager'))).toEqual([
      '33-9032.00 manager character ?',
      '33-9032.00 manager fortitude 1',
      '33-9032.00 manager leadership 2 +',
      '33-9032.00 manager mastery 2',
    ]);
    const versions = await run((ctx) =>
      ctx.tx
        .selectFrom('assessments')
        .select(['state', 'version', 'importedBy'])
        .where('raterKind', '=', 'manager')
        .orderBy('version')
        .execute(),
    );
    expect(versions).toEqual([
      { state: 'superseded', version: 1, importedBy: 'HR' },
      { state: 'submitted', version: 2, importedBy: 'HR' },
    ]);
    expect(await counts(correction)).toMatchObject({ corrected: 0, unchanged: 1 });
  });

  it('reads the wide form and cycles: a cycle is one assessment, whatever the day', async () => {
    const { run, counts, faults } = await organization();
    const header = 'employee_external_id,rater,rater_external_id,assessed_on,cycle,leadership,mastery';
    const rows = [
      'E2,manager,E1,2026-11-10,Autumn,2,',
      'E2,manager,E1,2026-11-12,Autumn,,?',
      'E1,self,,2026-11-12,Autumn,,',
    ];
    expect(await faults(rows, header)).toEqual([
      'a.csv:2 cycle: there is no cycle "Autumn".',
      'a.csv:3 cycle: there is no cycle "Autumn".',
    ]);
    const cycle = {
      name: 'Autumn',
      opensOn: '2026-11-01',
      closesOn: '2026-11-30',
      instruments: ['durable'] as const,
    };
    const cycleId = await run((ctx) => upsertCycle(ctx, { ...cycle, state: 'open' }));
    expect(await run((ctx) => upsertCycle(ctx, { ...cycle, state: 'closed' }))).toBe(cycleId);
    expect((await run((ctx) => listCycles(ctx))).map((one) => one.state)).toEqual(['closed']);
    expect(await counts(rows, header)).toEqual({ created: 1, corrected: 0, unchanged: 0, ratings: 2 });
    expect(await counts(rows, header)).toMatchObject({ created: 0, unchanged: 1 });
    expect(await counts(['E2,manager,E1,2026-11-14,Autumn,3,'], header)).toMatchObject({ corrected: 1 });
    const days = await run((ctx) =>
      ctx.tx
        .selectFrom('assessments')
        .select(['assessedOn', 'cycleId'])
        .where('state', '=', 'submitted')
        .execute(),
    );
    expect(days).toEqual([{ assessedOn: '2026-11-14', cycleId }]);
  });

  it('refuses the whole file with the faulty lines', async () => {
    const { faults, facts } = await organization();
    const rows = [
      ...ROWS,
      'E9,manager,E8,2026-11-10,,mastery,3,',
      'E2,manager,E1,2026-11-10,,mastery,1,',
      'E3,manager,E1,2026-11-10,,mastery,3,',
      'E2,peer,E3,2026-11-22,,mastery,3,',
    ];
    expect(await faults(rows)).toEqual([
      'a.csv:3 level: 3 for mastery, but line 8 says 1 in the same assessment.',
      'a.csv:7 employee_external_id: nobody has the id "E9".',
      'a.csv:7 rater_external_id: nobody has the id "E8".',
      'a.csv:8 level: 1 for mastery, but line 3 says 3 in the same assessment.',
      'a.csv:9 occupation: "E3" had none on 2026-11-10; name one.',
      'a.csv:10 assessed_on: "2026-11-22" is in the future (today is 2026-11-21).',
    ]);
    expect(await facts()).toEqual([]);
  });

  it('ends in the same profiles whatever the order of the files', async () => {
    const header = `${LONG},cycle`;
    const files = [
      ['E2,manager,E1,2026-09-08,,mastery,1,then,Autumn', 'E2,manager,E1,2026-09-08,,leadership,2,,Autumn'],
      ['E2,manager,E1,2026-10-02,,mastery,4,,Autumn', 'E2,manager,E1,2026-10-02,,leadership,?,,Autumn'],
      ['E2,manager,E3,2026-10-02,,mastery,3,seen,', 'E2,manager,E3,2026-10-02,,fortitude,2,,'],
      ['E2,manager,E1,2026-10-02,,fortitude,2,seen,', 'E2,self,,2026-10-02,,leadership,4,,'],
    ];
    const orders = [
      [0, 1, 2, 3],
      [1, 0, 3, 2],
      [3, 2, 1, 0],
      [2, 0, 3, 1],
    ];
    const ends: unknown[] = [];
    for (const order of orders) {
      const { run, load } = await organization();
      await run((ctx) =>
        upsertCycle(ctx, {
          name: 'Autumn',
          opensOn: '2026-09-01',
          closesOn: '2026-10-31',
          instruments: ['durable', 'mastery'],
          state: 'open',
        }),
      );
      for (const index of order) await load(files[index] ?? [], header);
      await run(refreshCapability);
      ends.push(
        await run((ctx) =>
          ctx.tx
            .selectFrom('profiles')
            .innerJoin('employees', 'employees.employeeId', 'profiles.employeeId')
            .select(['externalId', 'dimension', 'level', 'raterKind', 'assessedOn', 'acceptedEvidence'])
            .select(['selfManagerDifference', 'recheckOn'])
            .where('level', 'is not', null)
            .orderBy('externalId')
            .orderBy('dimension')
            .execute(),
        ),
      );
    }
    expect(ends[0]).toMatchObject([
      { dimension: 'fortitude', level: 2, assessedOn: '2026-10-02', acceptedEvidence: true },
      { dimension: 'leadership', level: 2, assessedOn: '2026-09-08', acceptedEvidence: false },
      { dimension: 'mastery', level: 3, assessedOn: '2026-10-02', acceptedEvidence: true },
    ]);
    for (const end of ends) expect(end).toEqual(ends[0]);
  });

  it('gives the same end when the file is read twice at once', async () => {
    const { load, facts } = await organization();
    const results = await Promise.all([load(ROWS), load(ROWS)]);
    expect(results.map((result) => result.created).sort()).toEqual([0, 3]);
    expect(await facts()).toHaveLength(5);
  });
});
