import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TenantContext } from '#db/tenancy';
import { openTestDatabase } from '#test/setup/database';
import { addEmployee } from '~/modules/people/commands/add-employee';
import { changePersonFields, type FieldsRequest } from '~/modules/people/commands/change-person-fields';
import { importEmployees } from '~/modules/people/commands/import-employees';
import { changeSignIn } from '~/modules/people/commands/link-sign-in';
import { withdrawPlanned } from '~/modules/people/commands/withdraw-planned';
import { countTitles } from '~/modules/people/queries/count-titles';
import { getEmployee } from '~/modules/people/queries/get-employee';
import { getPeopleRevision } from '~/modules/people/queries/get-people-revision';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { listOwnedFields } from '~/modules/people/queries/list-owned-fields';

const { newOrganization, tenant } = await openTestDatabase();
const TODAY = '2026-11-21';
const NOW = new Date('2026-11-21T11:00:00Z');

const HEADER = 'external_id,name,email,title,team,manager_external_id,started_on';
const LINES = [
  'E1,Ana,ana@example.org,Head,Sites,,2025-01-01',
  'E2,Ben,,Guard,Sites / North,E1,2025-01-01',
  'E3,Cem,,Guard,Sites / North,E2,2025-01-01',
  'E4,Dee,,Guard,Sites / South,E1,2025-01-01',
];

async function organization() {
  const { organizationId } = await newOrganization();
  const run = <T>(work: (ctx: TenantContext) => Promise<T>) => tenant(organizationId, work, NOW);
  const text = `${HEADER}\n${LINES.join('\n')}\n`;
  await run((ctx) => importEmployees(ctx, { file: 'e.csv', text, today: TODAY, importedBy: 'HR' }));
  const person = (externalId: string, asOf = TODAY) => run((ctx) => getEmployee(ctx, { externalId }, asOf));
  const idOf = async (externalId: string) => (await person(externalId)).employeeId;
  const change = async (
    who: readonly string[],
    fields: FieldsRequest['fields'],
    more: Partial<FieldsRequest> = {},
  ) => {
    const employeeIds = await Promise.all(who.map(idOf));
    return run((ctx) =>
      changePersonFields(ctx, {
        employeeIds,
        fields,
        from: TODAY,
        today: TODAY,
        own: false,
        revision: null,
        confirmedBy: 'HR',
        ...more,
      }),
    );
  };
  const teams = new Map(
    (await run((ctx) => getTeamTree(ctx, TODAY))).map(({ path, teamId }) => [path, teamId]),
  );
  return { run, person, idOf, change, teamId: (path: string) => teams.get(path) ?? '' };
}

describe('changePersonFields', () => {
  it('changes from a day on, and withdraws what is planned', async () => {
    const { run, person, idOf, change, teamId } = await organization();
    const planned = await change(
      ['E2'],
      { title: 'Head guard', teamId: teamId('Sites / South') },
      {
        from: '2026-11-23',
      },
    );
    expect(planned.differences.map(({ field, to }) => [field, to])).toEqual([
      ['title', 'Head guard'],
      ['team', 'Sites / South'],
    ]);
    expect((await person('E2')).employment?.title).toBe('Guard');
    expect((await person('E2', '2026-11-23')).employment).toMatchObject({
      title: 'Head guard',
      teamId: teamId('Sites / South'),
    });
    const employeeId = await idOf('E2');
    const withdraw = () =>
      run((ctx) =>
        withdrawPlanned(ctx, {
          employeeId,
          field: 'team',
          day: '2026-11-23',
          today: TODAY,
          confirmedBy: 'HR',
          revision: null,
        }),
      );
    await withdraw();
    expect((await person('E2', '2026-12-31')).employment).toMatchObject({
      title: 'Head guard',
      teamId: teamId('Sites / North'),
    });
    await expect(withdraw()).rejects.toMatchObject({ kind: 'conflict' });
  });

  it('changes the past, not before the start, and keeps what changed later', async () => {
    const { person, change } = await organization();
    await change(['E4'], { title: 'Head' }, { from: '2026-06-01' });
    await change(['E4'], { title: 'Trainee' }, { from: '2025-03-01' });
    const titles = ['2025-02-28', '2025-03-01', '2026-05-31', '2026-06-01', TODAY].map(
      async (day) => (await person('E4', day)).employment?.title,
    );
    expect(await Promise.all(titles)).toEqual(['Guard', 'Trainee', 'Trainee', 'Head', 'Head']);
    await expect(change(['E4'], { title: 'X' }, { from: '2024-12-31' })).rejects.toMatchObject({
      errors: [{ pointer: '/from', detail: 'Nothing is known before the start, 2025-01-01.' }],
    });
    await expect(change(['E4'], { title: 'X' }, { from: '2028-11-22' })).rejects.toMatchObject({
      errors: [{ pointer: '/from' }],
    });
  });

  it.each([
    [{ endedOn: '1899-01-01' }, '/endedOn'],
    [{ endedOn: '2024-12-31' }, '/endedOn'],
    [{ startedOn: '2030-01-01' }, '/startedOn'],
    [{ email: 'ANA@example.org' }, '/email'],
    [{ teamId: '00000000-0000-4000-8000-000000000000' }, '/teamId'],
    [{ siteId: '00000000-0000-4000-8000-000000000000' }, '/siteId'],
    [{ managerId: '00000000-0000-4000-8000-000000000000' }, '/managerId'],
  ])('refuses %o and names the field', async (fields, pointer) => {
    const { change } = await organization();
    await expect(change(['E2'], fields)).rejects.toMatchObject({
      kind: 'invalid-input',
      errors: [{ pointer }],
    });
  });

  it('refuses a circle of managers with the names in it, planned ones too', async () => {
    const { change, idOf } = await organization();
    const [ana, ben, cem] = await Promise.all(['E1', 'E2', 'E3'].map(idOf));
    await expect(change(['E1'], { managerId: cem })).rejects.toMatchObject({
      errors: [{ detail: 'The managers would form a circle: Ana → Cem → Ben → Ana.' }],
    });
    await expect(change(['E1'], { managerId: ana })).rejects.toMatchObject({
      errors: [{ detail: 'Ana would be their own manager.' }],
    });
    await change(['E2'], { managerId: null }, { from: '2027-01-01' });
    await change(['E1'], { managerId: ben }, { from: '2027-01-01' });
    await expect(change(['E2'], { managerId: ana }, { from: '2027-02-01' })).rejects.toMatchObject({
      errors: [{ detail: 'The managers would form a circle: Ben → Ana → Ben.' }],
    });
    await expect(change(['E1'], { managerId: ben })).rejects.toMatchObject({
      errors: [{ pointer: '/managerId' }],
    });
  });

  it('of many people leaves out whom a change cannot be made of, and says why', async () => {
    const { change, idOf, person } = await organization();
    const result = await change(['E1', 'E2', 'E3', 'E4'], { managerId: await idOf('E2') });
    expect(result).toMatchObject({ changed: 1, unchanged: 1 });
    expect(result.refused.map(({ name, errors }) => [name, errors[0]?.detail]).sort()).toEqual([
      ['Ana', 'The managers would form a circle: Ana → Ben → Ana.'],
      ['Ben', 'Ben would be their own manager.'],
    ]);
    expect((await person('E4')).employment?.managerId).toBe(await idOf('E2'));
  });

  it('refuses when somebody changed the person meanwhile', async () => {
    const { run, change, idOf } = await organization();
    const seen = await run(async (ctx) => getPeopleRevision(ctx, [await idOf('E2')]));
    await change(['E2'], { title: 'Nurse' }, { revision: seen });
    await expect(change(['E2'], { title: 'Cook' }, { revision: seen })).rejects.toMatchObject({
      kind: 'conflict',
    });
  });

  it('owns the fields that it is told to own', async () => {
    const { run, change, idOf } = await organization();
    await change(['E2'], { title: 'Nurse', availability: 'under_notice' }, { own: true });
    const owned = await run(async (ctx) => listOwnedFields(ctx, [await idOf('E2'), await idOf('E3')]));
    expect([...owned].map(([, fields]) => [...fields].sort())).toEqual([['available', 'title']]);
  });

  it('reads on each day as a model of single days does', async () => {
    const { person, change } = await organization();
    const days = ['2026-11-21', '2026-11-25', '2026-12-01', '2026-12-10'];
    const model = days.map(() => 'Guard');
    const steps = fc.sample(fc.tuple(fc.nat(3), fc.constantFrom('Guard', 'Head', 'Cook')), {
      numRuns: 12,
      seed: 7,
    });
    for (const [at, title] of steps) {
      await change(['E3'], { title }, { from: days[at] ?? TODAY });
      const was = model[at];
      for (let next = at; next < days.length && model[next] === was; next += 1) model[next] = title;
      const read = await Promise.all(days.map(async (day) => (await person('E3', day)).employment?.title));
      expect(read).toEqual(model);
    }
  });
});

describe('addEmployee', () => {
  it('adds a person with occupations, bands and a kind of absence', async () => {
    const { run, person, idOf, teamId } = await organization();
    const fields = {
      externalId: 'E9',
      name: 'Eli',
      title: 'Guard',
      teamId: teamId('Sites / South'),
      managerId: await idOf('E1'),
      availability: 'long_absence' as const,
      occupations: [
        { soc: '33-9032.00', roleBand: 2 as const, share: 60 },
        { soc: '43-4051.00', roleBand: null, share: 40 },
      ],
    };
    const add = () => run((ctx) => addEmployee(ctx, { fields, today: TODAY, confirmedBy: 'HR' }));
    await add();
    expect(await person('E9')).toMatchObject({
      name: 'Eli',
      employment: { validFrom: TODAY, available: false, absence: 'long_absence' },
      occupations: [
        { soc: '33-9032.00', roleBand: 2, share: 60, confirmedBy: 'HR' },
        { soc: '43-4051.00', roleBand: null, share: 40 },
      ],
    });
    await expect(add()).rejects.toMatchObject({ errors: [{ pointer: '/externalId' }] });
  });
});

describe('occupations that a program states', () => {
  const guard = { soc: '33-9032.00', roleBand: 2 as const, share: 100 };
  const clerk = { soc: '43-4051.00', roleBand: null, share: 40 };

  it('wait for a person, but for those that are confirmed and the same', async () => {
    const { change, person, run } = await organization();
    const held = async (externalId: string) =>
      (await person(externalId)).occupations.map((one) => [
        one.soc,
        one.roleBand,
        one.share,
        one.confirmedBy,
      ]);
    await change(['E3'], { occupations: [guard] });
    const again = await change(['E3'], { occupations: [guard] }, { confirmedBy: null });
    expect([again.changed, await held('E3')]).toEqual([0, [['33-9032.00', 2, 100, 'HR']]]);
    const waiting = () => run((ctx) => countTitles(ctx, { day: TODAY, teamIds: null }));
    const guards = async () => (await waiting()).titles.find(({ title }) => title === 'Guard')?.unmapped;
    expect(await guards()).toBe(2);
    await change(['E3'], { occupations: [{ ...guard, share: 60 }, clerk] }, { confirmedBy: null });
    expect(await held('E3')).toEqual([
      ['33-9032.00', 2, 60, null],
      ['43-4051.00', null, 40, null],
    ]);
    await change(['E3'], { occupations: [{ ...guard, share: 60 }, clerk] });
    expect((await held('E3')).map(([, , , by]) => by)).toEqual(['HR', 'HR']);
    expect(await guards()).toBe(2);
    await change(
      ['E3'],
      {
        occupations: [
          { ...guard, share: 60 },
          { ...clerk, roleBand: 3 },
        ],
      },
      { confirmedBy: null },
    );
    expect((await held('E3')).map(([, , , by]) => by)).toEqual(['HR', null]);
    expect(await guards()).toBe(3);
  });

  it('wait in a file of a program as well', async () => {
    const { run, person } = await organization();
    const text = `${HEADER},occupation\nE4,Dee,,Guard,Sites / South,E1,2025-01-01,33-9032.00\n`;
    const load = (importedBy: string | null) =>
      run((ctx) => importEmployees(ctx, { file: 'e.csv', text, today: TODAY, importedBy }));
    const by = async () => (await person('E4')).occupations.map(({ confirmedBy }) => confirmedBy);
    await load(null);
    expect(await by()).toEqual([null]);
    await load('HR');
    expect(await by()).toEqual(['HR']);
    expect(await load(null)).toMatchObject({ changed: 0, unchanged: 1 });
  });
});

describe('changeSignIn', () => {
  it('is said by somebody else, of one person and one sign-in', async () => {
    const { run, idOf } = await organization();
    const [e1, e2] = [await idOf('E1'), await idOf('E2')];
    const user = crypto.randomUUID();
    const link = (employeeId: string, userId: string | null) =>
      run((ctx) => changeSignIn(ctx, { employeeId, userId }));
    await link(e1, user);
    await expect(link(e2, user)).rejects.toMatchObject({ kind: 'conflict' });
    await expect(link(e1, crypto.randomUUID())).rejects.toMatchObject({ kind: 'conflict' });
    await link(e1, null);
    await link(e2, user);
    await expect(
      run((ctx) => changeSignIn({ ...ctx, actor: { kind: 'user', id: e1 } }, { employeeId: e1, userId: e1 })),
    ).rejects.toMatchObject({ kind: 'forbidden' });
  });
});
