import { expect, it } from 'vitest';
import { ownFile, peopleImports } from '#test/fixtures/people/people-imports';
import { openTestDatabase } from '#test/setup/database';
import { exportRejectedRows } from '~/modules/people/commands/export-rejected-rows';
import { insertOwnedFields } from '~/modules/people/data/owned-fields';
import { getEmployee } from '~/modules/people/queries/get-employee';

const { newOrganization } = peopleImports(await openTestDatabase());
const TODAY = new Date().toISOString().slice(0, 10);
type Organization = Awaited<ReturnType<typeof newOrganization>>;

/** The reasons by line: "column: reason". */
async function reasons(org: Organization, importId: string): Promise<Record<number, string[]>> {
  const rows = await org.rows(importId, 'rejected');
  return Object.fromEntries(
    rows.map(({ line, detail }) => [
      line,
      (detail.faults ?? []).map(({ column, reason }) => `${column}: ${reason}`),
    ]),
  );
}

it('tells all that is wrong with a row, each cell with its column', async () => {
  const org = await newOrganization();
  const { importId, counts } = await org.preview(
    ownFile([
      'A1,,no address,Guard,Gate,nobody,,xx,9,2026-02-30,,asleep,boss,perhaps',
      'A2,Ben,b@h.example,Guard,Gate,nobody,,,,,,asleep,,',
      'A3,Cem,B@h.example,Guard,Gate,,,,,2026-03-01,2026-02-01,,boss,',
      'A2,Dee,,Guard,Gate,,,,,,,,,',
      'A5,Eva,,Guard,Gate,,,,,,,,,',
    ]),
  );
  expect(counts).toMatchObject({ created: 2, rejected: 3 });
  expect(await reasons(org, importId)).toEqual({
    2: [
      'name: is empty.',
      'email: is not an e-mail address.',
      'occupation: "xx" is not an occupation code such as 33-9032.00.',
      expect.stringContaining('role_band: "9" is not 1 to 4'),
      'started_on: "2026-02-30" is no day of the calendar.',
      'status: "asleep" is none of active, leave, left.',
      'kind: "boss" is none of employee, agency, contractor.',
      'available: "perhaps" is none of yes, no.',
      'manager_external_id: nobody has the id "nobody".',
    ],
    3: [
      'status: "asleep" is none of active, leave, left.',
      'external_id: "A2" is in line 5 too.',
      'email: "b@h.example" is in line 4 too.',
      'manager_external_id: nobody has the id "nobody".',
    ],
    4: [
      'kind: "boss" is none of employee, agency, contractor.',
      'ended_on: "2026-02-01" is before started_on "2026-03-01".',
      'email: "B@h.example" is in line 3 too.',
    ],
  });
  const table = await org.run((ctx) =>
    exportRejectedRows(ctx, { kind: 'user', id: 'test', role: 'hr_partner' } as never, importId),
  );
  expect(table.rows[2]?.at(-1)).toBe(
    'Kind of worker: "boss" is none of employee, agency, contractor. Day from which they have left: "2026-02-01" is before started_on "2026-03-01". E-mail: "B@h.example" is in line 3 too.',
  );
});

it('tells whoever reports to a refused row which row that is, however far up', async () => {
  const org = await newOrganization();
  const { importId } = await org.preview(
    ownFile([
      'C1,Ada,,Guard,Gate,C2,,,,,,,,',
      'C2,Ben,,Guard,Gate,C3,,,,,,,,',
      'C3,Cem,,Guard,Gate,,,,,,,asleep,,',
      'C4,Dee,,Guard,Gate,C4,,,,,,,,',
      'C5,Eva,,Guard,Gate,C4,,,,,,,,',
      'C6,Fay,,Guard,Gate,C3,,,,,,asleep,,',
    ]),
  );
  expect(await reasons(org, importId)).toEqual({
    2: ["manager_external_id: the manager's own row 3 is refused."],
    3: ["manager_external_id: the manager's own row 4 is refused."],
    4: ['status: "asleep" is none of active, leave, left.'],
    5: ['manager_external_id: "C4" is their own manager.'],
    6: ["manager_external_id: the manager's own row 5 is refused."],
    7: [
      'status: "asleep" is none of active, leave, left.',
      "manager_external_id: the manager's own row 4 is refused.",
    ],
  });
});

it('says nothing of a manager who is known already, or whom Cadre owns', async () => {
  const org = await newOrganization();
  await org.apply(
    (await org.preview(ownFile(['D1,Ada,,Guard,Gate,,,,,,,,,', 'D2,Ben,,Guard,Gate,,,,,,,,,']))).importId,
  );
  await org.run(async (ctx) => {
    const { employeeId } = await getEmployee(ctx, { externalId: 'D2' }, TODAY);
    await insertOwnedFields(ctx, [{ employeeId, field: 'managerExternalId' }]);
  });
  const { importId } = await org.preview(
    ownFile([
      'D1,Ada,,Guard,Gate,,,,,,,asleep,,',
      'D2,Ben,,Guard,Gate,nobody,,,,,,asleep,,',
      'D3,Cem,,Guard,Gate,D1,,,,,,,,',
    ]),
  );
  const asleep = ['status: "asleep" is none of active, leave, left.'];
  expect(await reasons(org, importId)).toEqual({ 2: asleep, 3: asleep });
});

it('does not tell somebody who is their own manager that their own row is refused', async () => {
  const org = await newOrganization();
  const { importId } = await org.preview(ownFile(['A2,Ben,,Guard,Gate,A2,,,,,,asleep,,']));
  expect(await reasons(org, importId)).toEqual({
    2: ['status: "asleep" is none of active, leave, left.'],
  });
});
