import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { seedOrganization } from '#test/factories/seed-organization';
import { ownFile, peopleImports } from '#test/fixtures/people/people-imports';
import { askToErase, runErasure } from '#test/proofs/erasure/run-erasure';
import { endState } from '#test/proofs/imports/end-state';
import { openTestDatabase } from '#test/setup/database';
import { everythingStored, tablesHolding } from '#test/setup/everything-stored';
import { keepLogLines } from '#test/setup/log-lines';
import { markEverythingChanged } from '~/modules/capability/commands/mark-everything-changed';
import { refreshCapability } from '~/modules/capability/commands/refresh-capability';
import { cancelOperation } from '~/modules/organizations/commands/cancel-operation';
import { receiveUpload } from '~/modules/organizations/commands/receive-upload';
import { changePersonFields } from '~/modules/people/commands/change-person-fields';
import { holdImportsOfPeople } from '~/modules/people/commands/erase-employee';
import { askForUndo } from '~/modules/people/commands/imports/confirm-import';
import { recordLeavers } from '~/modules/people/commands/imports/record-leavers';
import { insertOwnedFields } from '~/modules/people/data/owned-fields';
import { getEmployee } from '~/modules/people/queries/get-employee';
import { getImport } from '~/modules/people/queries/get-import';
import { getUndoPlan } from '~/modules/people/queries/get-undo-plan';

const db = await openTestDatabase();
const { newOrganization, importsOf, jobs } = peopleImports(db);
const admin = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());
const TODAY = new Date().toISOString().slice(0, 10);
type Organization = ReturnType<typeof importsOf>;

const LINES = [
  'E1,Ada Berg,ada@h.example,Director,Security,,Quay,11-3013.01,4,2020-01-01,,active,employee,yes',
  'E2,Ben Cole,ben@h.example,Shift lead,Security / North,E1,Quay,33-9032.00,3,2021-05-01,,active,employee,yes',
  'E3,Cem Dal,,Guard,Security / North,E2,,33-9032.00,1,2022-01-01,,active,agency,no',
];
const retitled = LINES.map((line) => line.replace('Shift lead', 'Lead').replace('Guard', 'Officer'));

const person = ({ run }: Organization, externalId: string) =>
  run((ctx) => getEmployee(ctx, { externalId }, TODAY));

async function known(): Promise<Organization> {
  const org = await newOrganization();
  await org.apply((await org.preview(ownFile(LINES))).importId);
  return org;
}

describe('taking an import back', () => {
  it('leaves people whom somebody changed since, and says who', async () => {
    const org = await known();
    const { importId } = await org.preview(ownFile(retitled));
    await org.apply(importId);
    const { employeeId } = await person(org, 'E2');
    await org.run((ctx) =>
      changePersonFields(ctx, {
        ...{ employeeIds: [employeeId], fields: { title: 'Deputy' }, from: TODAY, today: TODAY },
        ...{ own: false, revision: null, confirmedBy: 'HR' },
      }),
    );
    const { left, restore } = await org.run((ctx) => getUndoPlan(ctx, importId));
    expect(left.map(({ externalId, reason }) => [externalId, reason])).toEqual([['E2', 'changed']]);
    expect(restore).toHaveLength(1);
    await org.undo(importId);
    expect((await person(org, 'E2')).employment?.title).toBe('Deputy');
    expect((await person(org, 'E3')).employment?.title).toBe('Guard');
    expect(await org.operation(importId)).toMatchObject({
      state: 'done',
      result: { left: [{ employeeId, reason: 'changed' }] },
    });
    expect((await org.get(importId)).state).toBe('undone');
  });

  it('is still offered when a later file of everybody changed nobody', async () => {
    const org = await known();
    const { importId } = await org.preview(ownFile(retitled.slice(0, 2)));
    await org.apply(importId);
    const full = await org.preview(ownFile(retitled.slice(0, 2)), { everybody: true });
    expect((await org.apply(full.importId)).counts).toMatchObject({ changed: 0, missing: 1 });
    const HR = { kind: 'user', id: 'test', role: 'hr_partner' } as const;
    const mayUndo = (id: string) => org.run(async (ctx) => (await getImport(ctx, HR, id)).mayUndo);
    expect([await mayUndo(importId), await mayUndo(full.importId)]).toEqual([true, false]);
    await expect(org.run((ctx) => askForUndo(ctx, full.importId))).rejects.toThrow('changed nothing');
    // Whoever is said to have left by it is taken back with it, before what came earlier.
    const leaving = { importId: full.importId, positions: [1], day: TODAY, today: TODAY, by: 'HR' };
    expect(await org.run((ctx) => recordLeavers(ctx, leaving))).toBe(1);
    expect([await mayUndo(importId), await mayUndo(full.importId)]).toEqual([false, true]);
    await org.undo(full.importId);
    expect((await person(org, 'E3')).endedOn).toBeNull();
    await org.undo(importId);
    expect((await org.get(importId)).state).toBe('undone');
    expect((await person(org, 'E2')).employment?.title).toBe('Shift lead');
  });

  it('goes on with the import before: who was new is gone, whatever the later one had changed of them', async () => {
    const org = await newOrganization();
    const first = await org.preview(ownFile(LINES));
    await org.apply(first.importId);
    const moved = LINES.map((line) => line.replace('Security / North', 'Security / South'));
    const second = await org.preview(ownFile(moved.map((line) => line.replace('Guard', 'Officer'))));
    await org.apply(second.importId);
    await org.undo(second.importId);
    const kept = await org.run(({ tx }) => tx.selectFrom('formerMembers').select('employeeId').execute());
    expect(kept).toHaveLength(2);
    expect((await org.run((ctx) => getUndoPlan(ctx, first.importId))).left).toEqual([]);
    await org.undo(first.importId);
    expect(JSON.parse(await org.run(endState))).toMatchObject({ people: [] });
  });

  it('keeps new people of whom something else is known by now, with their managers; others go', async () => {
    const org = await known();
    const before = await org.run(endState);
    const { importId } = await org.preview(
      ownFile([
        'N1,Nia Owen,,Head,Security,E1,,,,,,,,',
        'N2,Noor Vos,,Guard,Security,N1,,,,,,,,',
        'N3,Nils Ek,,Guard,Security,E1,,,,,,,,',
      ]),
    );
    await org.apply(importId);
    const { employeeId } = await person(org, 'N2');
    await org.run((ctx) => insertOwnedFields(ctx, [{ employeeId, field: 'title' }]));
    await org.undo(importId);
    const { people } = JSON.parse(await org.run(endState)) as { people: { externalId: string }[] };
    expect(people.map(({ externalId }) => externalId)).toEqual(['E1', 'E2', 'E3', 'N1', 'N2']);
    const other = await known();
    const next = await other.preview(ownFile(['N3,Nils Ek,,Guard,Security,E1,,,,,,,,']));
    await other.apply(next.importId);
    await other.undo(next.importId);
    expect(await other.run(endState)).toBe(before);
  });

  it('leaves figures that are those of a full rebuild, and those of before', async () => {
    const seeded = await seedOrganization(db, { letter: 'u', passwordHash: 'none' });
    const org = importsOf(seeded.organizationId);
    const before = await figures(org);
    const people = await Promise.all([3, 4, 5, 6].map((one) => person(org, seeded.person(one).externalId)));
    const lines = people.map(({ externalId, name }) => `${externalId},${name},Moved,New team`);
    const { importId } = await org.preview(
      `external_id,name,title,team\n${lines.join('\n')}\nN9,Nia,Guard,New team\n`,
    );
    await org.apply(importId);
    const moved = await figures(org);
    expect(moved).not.toBe(before);
    await org.undo(importId);
    const step = await figures(org);
    await org.run(markEverythingChanged);
    expect(await figures(org)).toBe(step);
    expect(step).toBe(before);
  });
});

/** Every stored figure of teams with anybody in them, as text, when all is computed. */
async function figures({ run, organizationId }: Organization): Promise<string> {
  while ((await run(refreshCapability)).remaining > 0);
  const [row] = await admin<{ all: string }[]>`
    select coalesce((select jsonb_agg(to_jsonb(c) - 'computed_at' - 'source_watermark'
                              order by c.group_id, c.row_kind, c.dimension)
                       from heatmap_cells c
                       join teams t on t.organization_id = c.organization_id and t.team_id = c.group_id
                      where c.organization_id = ${organizationId} and t.name <> 'New team')::text, '')
        || (select jsonb_agg(to_jsonb(p) - 'computed_at' order by p.employee_id, p.dimension)
              from profiles p where p.organization_id = ${organizationId})::text as all`;
  return row?.all ?? '';
}

describe('erasure', () => {
  it('leaves nothing of a person in previews, files, headers and what was kept for taking back', async () => {
    const org = await known();
    const erased = LINES[2]?.replace('Cem Dal', 'Zyxcem Dal').replace('Guard', 'Qvwtitle') ?? '';
    await org.apply((await org.preview(ownFile([...LINES.slice(0, 2), erased]))).importId);
    await org.preview(ownFile([erased.replace('Qvwtitle', 'Officer'), 'X1,Zyxcem twin,,,Security,,,,,,,,,']));
    const { employeeId } = await person(org, 'E3');
    const before = await everythingStored(admin);
    expect(tablesHolding(before, 'Zyxcem')).toEqual(
      expect.arrayContaining(['public.import_rows', 'public.imports', 'public.upload_chunks']),
    );
    expect(tablesHolding(before, employeeId)).toContain('public.import_changes');
    const { logger } = keepLogLines('worker');
    const tools = { db, organizationId: org.organizationId, logger };
    expect(await runErasure(tools, await askToErase(tools, employeeId))).toBe(true);
    const stored = await everythingStored(admin);
    for (const text of ['Zyxcem', 'Qvwtitle']) expect(tablesHolding(stored, text)).toEqual([]);
    expect(tablesHolding(stored, employeeId)).toEqual(['public.audit_entries']);
  });
});

describe('what is broken off', () => {
  it('an import that is stopped while it is applied changes nobody', async () => {
    const org = await known();
    const before = await org.run(endState);
    const { importId } = await org.preview(ownFile(retitled));
    await org.confirm(importId);
    const { operationId } = await org.operation(importId);
    let running: Promise<unknown> = Promise.resolve();
    // The import waits for whoever holds imports; meanwhile somebody stops it.
    await org.run(async (ctx) => {
      await holdImportsOfPeople(ctx);
      running = jobs.run();
      await until(async () => (await org.operation(importId)).state === 'running');
      await org.run((other) =>
        cancelOperation(other, { kind: 'user', id: 'test', role: 'owner' }, operationId),
      );
    });
    await running;
    expect((await org.operation(importId)).state).toBe('cancelled');
    expect(await org.run(endState)).toBe(before);
    expect((await org.get(importId)).state).toBe('planned');
    expect(await org.apply(importId)).toMatchObject({ state: 'applied', counts: { changed: 2 } });
  });

  it('a browser that is closed in mid-upload leaves no import, and no file', async () => {
    const org = await newOrganization();
    const data = (async function* () {
      yield new TextEncoder().encode(ownFile(LINES));
      throw new Error('the browser is gone');
    })();
    await expect(receiveUpload(org.run, { name: 'p.csv', data, maxBytes: 1_000_000 })).rejects.toThrow(
      'gone',
    );
    const left = await org.run(async ({ tx }) => [
      await tx.selectFrom('imports').selectAll().execute(),
      await tx.selectFrom('uploads').selectAll().execute(),
    ]);
    expect(left).toEqual([[], []]);
  });
});

async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) await new Promise((resolve) => setImmediate(resolve));
}
