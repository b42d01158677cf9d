import { describe, expect, it } from 'vitest';
import { ownFile, peopleImports } from '#test/fixtures/people/people-imports';
import { openTestDatabase } from '#test/setup/database';
import { confirmImport } from '~/modules/people/commands/imports/confirm-import';
import { nameColumns } from '~/modules/people/commands/imports/name-columns';
import { recordLeavers } from '~/modules/people/commands/imports/record-leavers';
import { insertOwnedFields } from '~/modules/people/data/owned-fields';
import { getEmployee } from '~/modules/people/queries/get-employee';

const db = await openTestDatabase();
const { newOrganization, jobs } = peopleImports(db);
const TODAY = new Date().toISOString().slice(0, 10);

const LINES = [
  'E1,Ada Berg,ada@h.example,Director,Security,,Quay,11-3013.01,4,2020-01-01,,active,employee,yes',
  'E2,Ben Cole,ben@h.example,Shift lead,Security / North,E1,Quay,33-9032.00,3,2021-05-01,,active,employee,yes',
  'E3,Cem Dal,,Guard,Security / North,E2,,33-9032.00,1,2022-01-01,,active,agency,no',
];

/** Everything of an organization's people that an import can change, in one comparable value. */
async function everything({ run }: Awaited<ReturnType<typeof newOrganization>>) {
  return run(async (ctx) => ({
    people: await ctx.tx
      .selectFrom('employees')
      .select(['externalId', 'name', 'email', 'kind', 'startedOn', 'endedOn'])
      .orderBy('externalId')
      .execute(),
    employments: await ctx.tx
      .selectFrom('employments')
      .innerJoin('employees', 'employees.employeeId', 'employments.employeeId')
      .innerJoin('teams', 'teams.teamId', 'employments.teamId')
      .select(['externalId', 'validFrom', 'validTo', 'title', 'teams.name as team', 'status', 'available'])
      .orderBy('externalId')
      .orderBy('validFrom')
      .execute(),
    occupations: await ctx.tx
      .selectFrom('employeeOccupations')
      .innerJoin('employees', 'employees.employeeId', 'employeeOccupations.employeeId')
      .select(['externalId', 'soc', 'validFrom', 'validTo', 'roleBand', 'share'])
      .orderBy('externalId')
      .orderBy('soc')
      .orderBy('validFrom')
      .execute(),
  }));
}

const changed = (lines: readonly string[], from: string, to: string) =>
  lines.map((line) => line.replace(from, to));

describe('preview and application', () => {
  it('changes nobody before it is applied; applied twice it changes nothing', async () => {
    const org = await newOrganization();
    const planned = await org.preview(ownFile(LINES));
    expect(planned).toMatchObject({ state: 'planned', counts: { created: 3, changed: 0, unchanged: 0 } });
    expect((await everything(org)).people).toEqual([]);
    expect(await org.apply(planned.importId)).toMatchObject({ state: 'applied', counts: { created: 3 } });
    const after = await everything(org);
    expect(after.people).toHaveLength(3);
    const again = await org.preview(ownFile([...LINES].reverse()));
    expect(again.counts).toMatchObject({ created: 0, changed: 0, unchanged: 3, rejected: 0 });
    await org.apply(again.importId);
    expect(await everything(org)).toEqual(after);
  });

  it('tells differences by field, and people whose managers stand further down', async () => {
    const org = await newOrganization();
    await org.apply((await org.preview(ownFile([...LINES].reverse()))).importId);
    const planned = await org.preview(
      ownFile(changed(LINES, 'Shift lead,Security / North', 'Lead,Security')),
    );
    expect(planned.counts).toMatchObject({ created: 0, changed: 1, unchanged: 2 });
    const [row] = await org.rows(planned.importId, 'changed');
    expect(row).toMatchObject({
      line: 3,
      externalId: 'E2',
      detail: {
        differences: [
          { field: 'title', from: 'Shift lead', to: 'Lead' },
          { field: 'team', from: 'Security / North', to: 'Security' },
        ],
      },
    });
  });

  it('exchanges e-mails and keeps what was before for taking it back', async () => {
    const org = await newOrganization();
    await org.apply((await org.preview(ownFile(LINES))).importId);
    const before = await everything(org);
    const swapped = changed(changed(LINES, 'ada@h', 'x@h'), 'ben@h', 'ada@h').map((l) =>
      l.replace('x@h', 'ben@h'),
    );
    const { importId } = await org.preview(ownFile(swapped));
    await org.apply(importId);
    expect((await everything(org)).people.map((one) => one.email)).toEqual([
      'ben@h.example',
      'ada@h.example',
      null,
    ]);
    await org.undo(importId);
    expect(await everything(org)).toEqual(before);
  });

  it('is planned anew when the directory changed before it is applied', async () => {
    const org = await newOrganization();
    const first = await org.preview(ownFile(LINES));
    const second = await org.preview(ownFile(changed(LINES, 'Guard', 'Officer')));
    await org.apply(first.importId);
    const told = await org.apply(second.importId);
    expect(told).toMatchObject({ state: 'planned', replanned: true, counts: { created: 0, changed: 1 } });
    expect(JSON.stringify((await org.operation(second.importId)).result)).toContain('made anew');
    expect(await org.apply(second.importId)).toMatchObject({ state: 'applied', replanned: false });
  });

  it('is not applied by who saw another preview of it', async () => {
    const org = await newOrganization();
    const { importId, planDigest } = await org.preview(ownFile(LINES));
    const seen = (preview: string) =>
      org.run((ctx) => confirmImport(ctx, importId, { rejected: 'leave_out', preview }));
    await expect(seen('of before')).rejects.toThrow('made anew');
    expect((await everything(org)).people).toEqual([]);
    await seen(planDigest ?? '');
    await jobs.run();
    expect(await org.get(importId)).toMatchObject({ state: 'applied' });
  });

  it('does two that are asked for at once one after the other', async () => {
    const org = await newOrganization();
    const first = await org.preview(ownFile(LINES));
    const second = await org.preview(ownFile(LINES));
    await org.confirm(first.importId);
    await org.confirm(second.importId);
    await jobs.run();
    const states = [await org.get(first.importId), await org.get(second.importId)].map((one) => one.state);
    expect(states.sort()).toEqual(['applied', 'planned']);
    expect((await everything(org)).people).toHaveLength(3);
  });
});

describe('rows that cannot be taken', () => {
  const long = 'n'.repeat(3_000);
  const BAD = [
    'D1,Twin,,Guard,Security,,,,,,,,,',
    'D1,Other twin,,Guard,Security,,,,,,,,,',
    'M1,Orphan,,Guard,Security,nobody,,,,,,,,',
    'L1,Loop,,Guard,Security,L2,,,,,,,,',
    'L2,Pool,,Guard,Security,L1,,,,,,,,',
    'B1,Below,,Guard,Security,L1,,,,,,,,',
    `N1,${long},,Guard,Security,,,,,,,,,`,
    'T1,Time,,Guard,Security,,,,,1850-01-01,,,,',
    'T2,Time,,Guard,Security,,,,,2024-13-01,,,,',
    'T3,Time,,Guard,Security,,,,,2024-05-01,2024-04-01,,,',
    'F1,=1+1,,+Guard,Security,,-Yard,,,,,,,',
    'R1,שרה לוי,,حارس,Security,,,,,,,,,',
    'J1,🦊 Fox,,Guard,Security,,,,,,,,,',
    'W1,Wide,,Guard,Security,,,,,,,,,,more',
  ];

  it('are told with line, column and reason; the good ones are taken, whatever their order', async () => {
    const org = await newOrganization();
    const { importId, counts } = await org.preview(ownFile(BAD));
    expect(counts).toMatchObject({ created: 3, rejected: 11 });
    const told = (await org.rows(importId, 'rejected')).map(({ line, externalId, detail }) => [
      line,
      externalId,
      detail.faults?.[0]?.column,
    ]);
    expect(told).toEqual([
      [2, 'D1', 'external_id'],
      [3, 'D1', 'external_id'],
      [4, 'M1', 'manager_external_id'],
      [5, 'L1', 'manager_external_id'],
      [6, 'L2', 'manager_external_id'],
      [7, 'B1', 'manager_external_id'],
      [8, 'N1', 'name'],
      [9, 'T1', 'started_on'],
      [10, 'T2', 'started_on'],
      [11, 'T3', 'ended_on'],
      [15, 'W1', ''],
    ]);
    await org.apply(importId);
    const after = await everything(org);
    expect(after.people.map((one) => one.name)).toEqual(['=1+1', '🦊 Fox', 'שרה לוי']);
    const other = await newOrganization();
    await other.apply((await other.preview(ownFile([...BAD].reverse()))).importId);
    expect(await everything(other)).toEqual(after);
  });

  it('leave everything as it was where all or nothing was asked for', async () => {
    const org = await newOrganization();
    const { importId } = await org.preview(ownFile([...LINES, ...BAD]));
    expect(await org.apply(importId, 'refuse_all')).toMatchObject({ state: 'planned' });
    expect(await org.operation(importId)).toMatchObject({
      state: 'failed',
      error: { kind: 'invalid-input' },
    });
    expect((await everything(org)).people).toEqual([]);
  });

  it('refuses a file that is no table and keeps nothing of it', async () => {
    const org = await newOrganization();
    const { importId, state } = await org.preview(new Uint8Array([0x89, 0x50, 0, 0, 1]), {
      name: 'photo.png',
    });
    expect(state).toBe('new');
    expect(await org.operation(importId)).toMatchObject({
      state: 'failed',
      error: { kind: 'invalid-input' },
    });
  });
});

describe('columns of other programs', () => {
  const FOREIGN = [
    'Staff list;;;;;',
    'Personalnummer;Vorname;Nachname;Funktion;Abteilung;Eintrittsdatum;Note',
    '00017;Zoë;Ångström;Guard;Night;31.01.2024;x',
    '00018;Jo;Berg;Guard;Night;01.02.2024;y',
  ].join('\r\n');

  it('are guessed, wait to be confirmed, and are remembered', async () => {
    const org = await newOrganization();
    const waiting = await org.preview(FOREIGN);
    expect(waiting).toMatchObject({ state: 'mapping', header: { line: 2 }, layout: { days: 'day_first' } });
    expect(waiting.layout?.columns).toEqual({
      external_id: 0,
      first_name: 1,
      last_name: 2,
      title: 3,
      team: 4,
      started_on: 5,
    });
    if (!waiting.layout) throw new Error('no layout');
    await org.run((ctx) => nameColumns(ctx, waiting.importId, waiting.layout ?? never()));
    await jobs.run();
    expect(await org.get(waiting.importId)).toMatchObject({ state: 'planned', counts: { created: 2 } });
    await org.apply(waiting.importId);
    const { people } = await everything(org);
    expect(people.map((one) => [one.externalId, one.name, one.startedOn])).toEqual([
      ['00017', 'Zoë Ångström', '2024-01-31'],
      ['00018', 'Jo Berg', '2024-02-01'],
    ]);
    const again = await org.preview(FOREIGN.replace('Jo;Berg', 'Jo;Bergmann'));
    expect(again).toMatchObject({ state: 'planned', counts: { changed: 1, unchanged: 1 } });
  });

  it('leave e-mails alone that the file does not have', async () => {
    const org = await newOrganization();
    await org.apply((await org.preview(ownFile(LINES))).importId);
    const { importId } = await org.preview('external_id,name,title,team\nE1,Ada Berg,Head,Security\n');
    await org.apply(importId);
    const ada = await org.run((ctx) => getEmployee(ctx, { externalId: 'E1' }, TODAY));
    expect([ada.email, ada.employment?.title]).toEqual(['ada@h.example', 'Head']);
  });
});

const never = (): never => {
  throw new Error('never');
};

describe('what stays', () => {
  it('keeps fields that Cadre owns and says so', async () => {
    const org = await newOrganization();
    await org.apply((await org.preview(ownFile(LINES))).importId);
    await org.run(async (ctx) => {
      const { employeeId } = await getEmployee(ctx, { externalId: 'E3' }, TODAY);
      await insertOwnedFields(ctx, [
        { employeeId, field: 'title' },
        { employeeId, field: 'managerExternalId' },
      ]);
    });
    const file = ownFile(changed(LINES, 'Guard,Security / North,E2', 'Officer,Security,E1'));
    const planned = await org.preview(file);
    expect(planned.counts).toMatchObject({ changed: 1, kept: { title: 1, managerExternalId: 1 } });
    const [row] = await org.rows(planned.importId, 'changed');
    expect(row?.detail.differences?.map((one) => one.field)).toEqual(['team']);
    await org.apply(planned.importId);
    const cem = await org.run((ctx) => getEmployee(ctx, { externalId: 'E3' }, TODAY));
    expect(cem.employment?.title).toBe('Guard');
  });

  it('proposes who is missing from a full file, and a person says who has left', async () => {
    const org = await newOrganization();
    await org.apply((await org.preview(ownFile(LINES))).importId);
    const before = await everything(org);
    const { importId, counts } = await org.preview(ownFile(LINES.slice(0, 1)), { everybody: true });
    expect(counts).toMatchObject({ missing: 2, unchanged: 1 });
    await org.apply(importId);
    expect(await everything(org)).toEqual(before);
    const left = await org.run((ctx) =>
      recordLeavers(ctx, { importId, positions: [2], day: TODAY, today: TODAY, by: 'test' }),
    );
    expect(left).toBe(1);
    expect(await org.rows(importId, 'missing')).toMatchObject([{ externalId: 'E2' }]);
    const cem = await org.run((ctx) => getEmployee(ctx, { externalId: 'E3' }, TODAY));
    expect([cem.endedOn, cem.employment?.status]).toEqual([TODAY, 'left']);
    await org.undo(importId);
    expect(await everything(org)).toEqual(before);
  });
});
