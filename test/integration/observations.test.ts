import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { exportObservations } from '~/modules/assessments/commands/export-observations';
import {
  type ObservationForm,
  recordObservationForm,
} from '~/modules/assessments/commands/record-observation-form';
import { importObservations, previewObservations } from '~/modules/assessments/commands/record-observations';
import { removeObservation } from '~/modules/assessments/commands/remove-observation';
import { getObservationForm } from '~/modules/assessments/queries/get-observation-form';
import { listObservations } from '~/modules/assessments/queries/list-observations';
import { listObservationsOfPerson } from '~/modules/assessments/queries/list-observations-of-person';
import { changeEvidence, ratingName } from '~/modules/capability/commands/change-evidence';
import { deletePastRetention } from '~/modules/capability/commands/delete-past-retention';
import { erasePerson } from '~/modules/capability/commands/erase-person';
import { getEvidencePage } from '~/modules/capability/queries/get-evidence-page';
import { getPersonExport } from '~/modules/capability/queries/get-person-export';
import { getPersonPage } from '~/modules/capability/queries/get-person-page';
import { startOperation } from '~/modules/organizations/commands/start-operation';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { readCsv } from '~/shared/csv';
import { csvLine } from '~/shared/write-csv';
import { contestScene, type Scene } from './contest-scene';

let db: TestDatabase;
let scene: Scene;
let hanne: Viewer;
let dag: Viewer;
let mara: Viewer;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(async () => {
  scene = await contestScene(db);
  hanne = scene.viewer('hr_partner', 'H1');
  dag = scene.viewer('director', 'D1', 'Gate');
  mara = scene.viewer('employee', 'M1');
});

const HEADER = 'observed_on,event,employee_external_id,dimension,outcome,observer_external_id,note';
const table = (...rows: string[]) => readCsv([HEADER, ...rows, ''].join('\n'), 'drills.csv');
const read = (viewer: Viewer, ...rows: string[]) =>
  scene.inTenant((ctx) => importObservations(ctx, viewer, { table: table(...rows), goodRowsOnly: false }));
const all = (viewer: Viewer) =>
  scene.inTenant((ctx) =>
    listObservations(ctx, viewer, { dimension: null, event: '', offset: 0, limit: 100 }),
  );
const drill = (outcome = 'demonstrated', note = 'Calm') =>
  `2026-11-02,Gate drill,P1,leadership,${outcome},D1,${note}`;
const question = (viewer: Viewer) => ({ viewer, reach: 'all' as const, employeeId: scene.idOf('P1') });
const strength = async () => {
  await scene.refresh();
  const row = await scene.inTenant(({ tx }) =>
    tx
      .selectFrom('profiles')
      .select('strengthTrust')
      .where('employeeId', '=', scene.idOf('P1'))
      .where('dimension', '=', 'leadership')
      .executeTakeFirstOrThrow(),
  );
  return row.strengthTrust;
};
const attach = async (viewer: Viewer) => {
  const page = await scene.inTenant((ctx) => getEvidencePage(ctx, question(hanne)));
  const rating = page.ratings.find((one) => one.dimension === 'leadership' && one.isCurrent);
  const [one] = page.observations;
  await scene.inTenant((ctx) =>
    changeEvidence(ctx, question(viewer), {
      ...{ intent: 'attach', rating: rating ? ratingName(rating) : '' },
      observationId: one?.observationId ?? '',
    }),
  );
};

describe('observations from a file', () => {
  it('are looked at first, entered, known the second time, and corrected by the third', async () => {
    const rows = [drill(), '2026-11-02,Gate drill,P2,communication,partly,,'];
    const preview = await scene.inTenant((ctx) => previewObservations(ctx, hanne, table(...rows)));
    expect([preview.created.length, preview.changed.length, preview.faults]).toEqual([2, 0, []]);
    expect(await all(hanne)).toEqual([]);
    await read(hanne, ...rows);
    expect(await all(hanne)).toMatchObject([
      { name: 'Pia Holm', outcome: 'demonstrated', note: 'Calm', observer: { name: 'Dag Moen' } },
      { name: 'Per Falk', outcome: 'partly', note: null, observer: null },
    ]);
    expect(await read(hanne, ...rows.reverse())).toMatchObject({ created: [], changed: [], unchanged: 2 });
    expect(await read(hanne, drill('partly'))).toMatchObject({
      created: [],
      changed: [{ outcome: 'partly' }],
    });
    expect(await all(hanne)).toHaveLength(2);
  });

  it('are all refused with one faulty row, unless only the good ones are asked for', async () => {
    const rows = [
      drill(),
      '2026-11-22,Gate drill,P2,leadership,partly,,',
      '2026-11-02,X,NOBODY,leadership,partly,,',
    ];
    await expect(read(hanne, ...rows)).rejects.toMatchObject({
      errors: [{ pointer: 'drills.csv:3' }, { pointer: 'drills.csv:4' }],
    });
    expect(await all(hanne)).toEqual([]);
    await scene.inTenant((ctx) =>
      importObservations(ctx, hanne, { table: table(...rows), goodRowsOnly: true }),
    );
    expect(await all(hanne)).toHaveLength(1);
  });

  it('come from somebody who runs cycles for the person, and is not the person', async () => {
    await expect(read(hanne, '2026-11-02,Gate drill,H1,leadership,partly,,')).rejects.toMatchObject({
      errors: [{ detail: expect.stringContaining('about yourself') }],
    });
    await expect(read(dag, '2026-11-02,Gate drill,H1,leadership,partly,,')).rejects.toMatchObject({
      errors: [{ detail: expect.stringContaining('nobody whom you may rate') }],
    });
    await read(dag, drill());
    await expect(read(scene.viewer('employee', 'M1'), drill())).rejects.toThrow('runs cycles');
    await expect(read({ ...hanne, kind: 'token', employeeId: null }, drill())).rejects.toThrow('by a person');
    await read(hanne, '2026-11-02,Office drill,D1,leadership,partly,,');
    expect((await all(dag)).map(({ name }) => name)).toEqual(['Pia Holm']);
    expect(await all(hanne)).toHaveLength(2);
  });

  it('are taken along as a file that says the same', async () => {
    await read(hanne, drill('not_demonstrated', '=SUM(A1)'), '2026-11-02,Gate drill,P2,leadership,partly,,');
    const { header, rows } = await scene.inTenant((ctx) => exportObservations(ctx, hanne, 'csv'));
    const text = [header, ...rows].map((row) => csvLine(row.map((cell) => String(cell ?? '')))).join('\n');
    const again = readCsv(text.replaceAll("'=", '='), 'observations.csv');
    const plan = await scene.inTenant((ctx) => previewObservations(ctx, hanne, again));
    expect(plan).toMatchObject({ created: [], changed: [], unchanged: 2, faults: [] });
  });
});

describe('observations from the form', () => {
  const form = (...people: ObservationForm['people']): ObservationForm => ({
    ...{ observedOn: '2026-11-03', event: 'Review of the outage', observer: 'D1', dimension: 'leadership' },
    people,
  });
  const enter = (viewer: Viewer, given: ObservationForm) =>
    scene.inTenant((ctx) => recordObservationForm(ctx, viewer, given));

  it('offers the people of a team within reach, and not oneself', async () => {
    const tree = await scene.inTenant((ctx) => getObservationForm(ctx, hanne, ''));
    expect(tree.teams.map(({ path }) => path)).toEqual(['Gate', 'Office']);
    const office = tree.teams.find(({ path }) => path === 'Office')?.teamId ?? '';
    const offered = async (viewer: Viewer) =>
      (await scene.inTenant((ctx) => getObservationForm(ctx, viewer, office))).people.map(({ name }) => name);
    expect(await offered(hanne)).toEqual(['Dag Moen']);
    expect(await offered(dag)).toEqual([]);
  });

  it('says of each person what was seen, and of whom something is wrong', async () => {
    const of = (person: string, outcome: string) => ({ employeeId: scene.idOf(person), outcome, note: '' });
    expect(await enter(hanne, form(of('P1', 'partly'), of('P2', 'demonstrated')))).toMatchObject({
      created: [{ outcome: 'partly' }, { outcome: 'demonstrated' }],
    });
    await expect(enter(hanne, form())).rejects.toThrow('at least one person');
    await expect(enter(hanne, form(of('H1', 'partly')))).rejects.toMatchObject({
      errors: [{ pointer: 'Hanne Birk', detail: expect.stringContaining('yourself') }],
    });
    await expect(
      enter(hanne, { ...form(of('P1', 'partly'), of('P2', 'partly')), observedOn: '' }),
    ).rejects.toMatchObject({ errors: [{ pointer: 'Day', detail: 'is empty.' }] });
  });
});

describe('an observation of a person', () => {
  it('stands beside its dimension, and strengthens the rating to which somebody else attaches it', async () => {
    await read(hanne, drill());
    const { observations } = await scene.inTenant((ctx) =>
      getPersonPage(ctx, { ...question(scene.viewer('employee', 'P1')), reach: 'own' }),
    );
    expect(observations).toMatchObject([
      { dimension: 'leadership', outcome: 'demonstrated', observer: 'Dag Moen' },
    ]);
    await expect(attach(scene.viewer('employee', 'P1'))).rejects.toThrow('somebody else attaches');
    await attach(mara);
    expect(await strength()).toBe(900);
    await expect(attach(mara)).rejects.toThrow('already');
    // Corrected, it is what nobody accepted; removed, it supports nothing.
    await read(hanne, drill('partly'));
    expect(await strength()).toBe(800);
    await attach(mara);
    const [one] = await all(hanne);
    await scene.inTenant((ctx) => removeObservation(ctx, hanne, one?.observationId ?? ''));
    expect(await strength()).toBe(800);
  });

  it.each([
    ['the observer', () => dag],
    ['whoever entered it under the name of another', () => hanne],
  ])('attached by %s waits for somebody else to accept it', async (_, attacher) => {
    await read(hanne, drill());
    await attach(attacher());
    expect(await strength()).toBe(800);
    const page = await scene.inTenant((ctx) => getEvidencePage(ctx, question(hanne)));
    const one = page.ratings.flatMap(({ evidence }) => evidence).find(({ kind }) => kind === 'observation');
    const accept = (viewer: Viewer) =>
      scene.inTenant((ctx) =>
        changeEvidence(ctx, question(viewer), { intent: 'accept', evidenceId: one?.evidenceId ?? '' }),
      );
    for (const adder of [dag, hanne]) await expect(accept(adder)).rejects.toThrow('whoever added it');
    await accept(mara);
    expect(await strength()).toBe(900);
  });

  it('is in the own file of the person, gone with the person, and kept without an erased observer', async () => {
    await read(hanne, drill(), '2026-11-02,Office drill,D1,leadership,partly,,');
    const given = { database: db.database, ...question(hanne) };
    expect((await scene.inTenant((ctx) => getPersonExport(ctx, given))).observations).toEqual([
      {
        ...{ dimension: 'leadership', observedOn: '2026-11-02', event: 'Gate drill' },
        ...{ outcome: 'demonstrated', note: 'Calm' },
      },
    ]);
    await scene.inTenant(async (ctx) => {
      const { id } = await startOperation(ctx, { kind: 'erase-person', input: {} });
      await erasePerson(ctx, { employeeId: scene.idOf('D1'), userId: null }, id);
    });
    const left = await scene.inTenant((ctx) => listObservationsOfPerson(ctx, scene.idOf('P1'), scene.today));
    expect(left).toMatchObject([{ event: 'Gate drill', observer: null }]);
    expect(await all(hanne)).toHaveLength(1);
  });

  it('is deleted with ratings that no longer count once that is set, unless it supports one', async () => {
    await read(
      hanne,
      '2020-01-02,Old drill,P2,leadership,partly,,',
      '2020-01-02,Old drill,P1,leadership,partly,D1,',
    );
    await attach(hanne);
    await scene.refresh();
    expect(await scene.inTenant(deletePastRetention)).toMatchObject({ observations: 0 });
    await scene.inTenant(({ tx }) =>
      tx.updateTable('organizations').set({ ratingRetentionMonths: 36 }).execute(),
    );
    expect(await scene.inTenant(deletePastRetention)).toMatchObject({ observations: 1 });
    expect((await all(hanne)).map(({ name }) => name)).toEqual(['Pia Holm']);
  });
});
