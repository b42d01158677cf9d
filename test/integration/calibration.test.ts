import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { decideCalibration, undoCalibration } from '~/modules/assessments/commands/decide-calibration';
import { upsertCycle } from '~/modules/assessments/commands/upsert-cycle';
import type { CycleState } from '~/modules/assessments/domain/cycle-states';
import { listCalibrationsOfPerson } from '~/modules/assessments/queries/list-calibrations-of-person';
import { markEverythingChanged } from '~/modules/capability/commands/mark-everything-changed';
import { orderWaiting } from '~/modules/capability/commands/order-waiting';
import { getCalibrationQueue, type QueueQuestion } from '~/modules/capability/queries/get-calibration-queue';
import { getPersonExport } from '~/modules/capability/queries/get-person-export';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { importTargets } from '~/modules/people/commands/import-targets';
import { contestScene, type Scene } from './contest-scene';

const CYCLE = {
  name: 'Autumn',
  opensOn: '2026-09-01',
  closesOn: '2026-10-31',
  instruments: ['durable'],
} as const;
const TARGETS = [
  'occupation,role_band,dimension,level,weight,critical',
  '33-9032.00,2,leadership,2,2,yes',
  '33-9032.00,2,communication,1,1,no',
  '33-9032.00,2,fortitude,3,1,no',
  '',
].join('\n');
/** Leadership of P1 lies on both sides of the target, communication above it, fortitude of P2 beneath it. */
const RATINGS = [
  'employee_external_id,rater,rater_external_id,assessed_on,occupation,dimension,level,evidence,cycle',
  'P1,self,P1,2026-10-01,,leadership,3,,Autumn',
  'P1,manager,M1,2026-10-05,,leadership,1,Watched a shift,Autumn',
  'P1,self,P1,2026-10-01,,communication,2,,Autumn',
  'P1,manager,M1,2026-10-05,,communication,4,,Autumn',
  'P2,self,P2,2026-10-01,,fortitude,2,,Autumn',
  'P2,manager,M1,2026-10-05,,fortitude,1,,Autumn',
  'P2,self,P2,2026-10-01,,leadership,2,,Autumn',
  'P2,manager,M1,2026-10-05,,leadership,2,,Autumn',
  'P3,manager,M1,2026-10-05,,leadership,1,,Autumn',
  'P3,peer,P1,2026-10-05,,leadership,4,,Autumn',
  'P3,peer,P2,2026-10-05,,leadership,4,,Autumn',
  'H1,self,H1,2026-10-05,,fortitude,1,,Autumn',
  'H1,manager,D1,2026-10-05,,fortitude,4,,Autumn',
  '',
].join('\n');

let db: TestDatabase;
let scene: Scene;
let hr: Viewer;
let cycleId: string;
beforeAll(async () => {
  db = await openTestDatabase();
});
const setState = (state: CycleState) =>
  scene.inTenant((ctx) => upsertCycle(ctx, { ...CYCLE, state, instruments: [...CYCLE.instruments] }));
const begin = async () => {
  scene = await contestScene(db);
  hr = scene.viewer('hr_partner', 'H1');
  cycleId = await setState('closed');
  await scene.inTenant((ctx) =>
    importTargets(ctx, { file: 'targets.csv', text: TARGETS, today: '2020-01-01', importedBy: 'test' }),
  );
  await scene.rate(RATINGS);
  await settle();
};
/** What the worker does after ratings or figures changed. */
const settle = async () => {
  await scene.refresh();
  while ((await scene.inTenant(orderWaiting)) > 0);
};
const queueOf = (viewer: Viewer, more: Partial<QueueQuestion> = {}) =>
  scene.inTenant((ctx) =>
    getCalibrationQueue(ctx, viewer, { cycleId, decided: false, chosen: null, page: 0, ...more }),
  );
const heldOf = async (of: string, dimension: string) =>
  (await queueOf(hr, { decided: true })).cases.find(
    (one) => one.employeeId === scene.idOf(of) && one.dimension === dimension,
  );
const decide = (viewer: Viewer, of: string, dimension: string, level: number, held = '') =>
  scene.inTenant((ctx) =>
    decideCalibration(ctx, viewer, {
      ...{ cycleId, employeeId: scene.idOf(of), dimension, level, held },
      reason: 'Two drills were looked at.',
    }),
  );
const undo = (viewer: Viewer, of: string, dimension: string, held: string) =>
  scene.inTenant((ctx) =>
    undoCalibration(ctx, viewer, { cycleId, employeeId: scene.idOf(of), dimension, held }),
  );
const figures = () =>
  scene.inTenant(async (ctx) => {
    const profiles = await ctx.tx
      .selectFrom('profiles')
      .selectAll()
      .orderBy('employeeId')
      .orderBy('dimension')
      .execute();
    const cells = await ctx.tx.selectFrom('heatmapCells').selectAll().execute();
    const sorted = cells.map(({ computedAt: _, sourceWatermark: __, ...row }) => JSON.stringify(row)).sort();
    return JSON.stringify([profiles.map(({ computedAt: _, ...row }) => row), sorted]);
  });
const levelOf = async (of: string, dimension: string) =>
  scene.inTenant((ctx) =>
    ctx.tx
      .selectFrom('profiles')
      .select(['level', 'raterKind', 'assessedOn'])
      .where('employeeId', '=', scene.idOf(of))
      .where('dimension', '=', dimension)
      .executeTakeFirstOrThrow(),
  );

describe('the queue of disagreements', () => {
  it('puts first what would change a decision, and says what', async () => {
    await begin();
    const { cases, hasOwn } = await queueOf(hr);
    const named = cases.map(({ employeeId, dimension, difference, stakes }) => ({
      ...{ who: ['P1', 'P2', 'P3'].find((one) => scene.idOf(one) === employeeId) },
      ...{ dimension, difference, ...stakes },
    }));
    expect(named).toEqual([
      { who: 'P1', dimension: 'leadership', difference: 2, target: true, cover: true, band: true },
      // A gap of 2 or of 1 is another band, which comes before the larger difference.
      { who: 'P2', dimension: 'fortitude', difference: 1, target: false, cover: false, band: true },
      { who: 'P1', dimension: 'communication', difference: 2, target: false, cover: false, band: false },
    ]);
    const [first] = cases;
    expect(first?.asRated).toMatchObject({ level: 1, atTarget: false, states: ['single'] });
    expect(first?.outcomes.map(({ value, atTarget, states }) => [value, atTarget, ...states])).toEqual([
      [1, false, 'single'],
      [2, true, 'met'],
      [3, true, 'met'],
    ]);
    // The HR partner's own ratings differ by most, and are somebody else's to settle.
    expect(hasOwn).toBe(true);
    // Two peers are too few to be told: P3 is no case, though they differ from the manager by three.
    expect(JSON.stringify(cases)).not.toContain(scene.idOf('P3'));
  });

  it('opens at the page of a case, and says who waits for an order', async () => {
    await begin();
    const all = (await queueOf(hr)).cases;
    const last = all.at(-1) ?? null;
    const found = await queueOf(hr, { chosen: last, page: 7 });
    expect(found).toMatchObject({ page: 0, counts: { left: 3, decided: 0 }, waiting: 0 });
    expect(found.cases).toEqual(all);
    expect((await queueOf(hr, { page: 7 })).cases).toEqual(all);
    await setState('open');
    await setState('closed');
    // The order of before stands until the worker has found the new one.
    expect(await queueOf(hr)).toMatchObject({ waiting: 4, counts: { left: 3, decided: 0 } });
    await settle();
    expect(await queueOf(hr)).toMatchObject({ waiting: 0, counts: { left: 3, decided: 0 } });
  });

  it('tells the outcome that the decision then has', async () => {
    await begin();
    for (const [index, level] of [1, 2, 3].entries()) {
      const before =
        (await heldOf('P1', 'leadership')) ??
        (await queueOf(hr)).cases.find(
          ({ employeeId, dimension }) => employeeId === scene.idOf('P1') && dimension === 'leadership',
        );
      await decide(hr, 'P1', 'leadership', level, before?.held?.calibrationId ?? '');
      await scene.refresh();
      const after = await levelOf('P1', 'leadership');
      expect(after).toEqual({ level, raterKind: 'calibrated', assessedOn: '2026-10-05' });
      expect(before?.outcomes[index]?.level).toBe(after.level);
      const cell = await scene.inTenant((ctx) =>
        ctx.tx
          .selectFrom('heatmapCells')
          .select(['singlePoint'])
          .where('dimension', '=', 'leadership')
          .where('rowKind', '=', 'group')
          .where('criticalPeople', '>', 0)
          .execute(),
      );
      expect(cell.some(({ singlePoint }) => singlePoint)).toBe(
        before?.outcomes[index]?.states[0] === 'single',
      );
    }
  });

  it('is closed while the cycle is open, to other subtrees and to other organizations', async () => {
    await begin();
    expect((await queueOf(scene.viewer('director', 'D1', 'Gate'))).cases).toHaveLength(3);
    const office = (await queueOf(scene.viewer('director', 'D1', 'Office'))).cases;
    expect(office.map(({ employeeId }) => employeeId)).toEqual([scene.idOf('H1')]);
    await setState('open');
    expect(await queueOf(hr)).toMatchObject({ isReadable: false, cases: [], hasOwn: false });
    await expect(decide(hr, 'P1', 'leadership', 2)).rejects.toThrow('while the cycle is closed');
    const other = await contestScene(db);
    const stranger = other.viewer('hr_partner', 'H1');
    const question = { cycleId, decided: false, chosen: null, page: 0 };
    await expect(other.inTenant((ctx) => getCalibrationQueue(ctx, stranger, question))).rejects.toThrow(
      'no such cycle',
    );
  });
});

describe('a decision', () => {
  it('is taken back to the bit, and everything stays on record', async () => {
    await begin();
    const before = await figures();
    const first = await decide(hr, 'P1', 'leadership', 2);
    const other = await decide(hr, 'P1', 'communication', 3);
    const second = await decide(hr, 'P1', 'leadership', 3, first);
    await scene.refresh();
    expect(await figures()).not.toBe(before);
    expect((await levelOf('P1', 'communication')).level).toBe(3);
    await undo(hr, 'P1', 'leadership', second);
    await undo(hr, 'P1', 'communication', other);
    await scene.refresh();
    expect(await figures()).toBe(before);
    await scene.inTenant((ctx) => markEverythingChanged(ctx));
    await scene.refresh();
    expect(await figures()).toBe(before);
    const kept = await scene.inTenant((ctx) => listCalibrationsOfPerson(ctx, scene.idOf('P1')));
    expect(kept.map(({ level, undoneBy, replacedAt }) => [level, undoneBy, replacedAt !== null])).toEqual(
      expect.arrayContaining([
        [2, null, true],
        [3, hr.id, true],
        [3, hr.id, true],
      ]),
    );
    const { database } = db;
    const copy = await scene.inTenant((ctx) =>
      getPersonExport(ctx, { database, viewer: hr, reach: 'all', employeeId: scene.idOf('P1') }),
    );
    expect(copy.calibrations.map(({ level, reason, takenBack }) => [level, reason, takenBack])).toEqual(
      expect.arrayContaining([
        [2, 'Two drills were looked at.', false],
        [3, 'Two drills were looked at.', true],
      ]),
    );
    const logged = await scene.inTenant((ctx) =>
      ctx.tx.selectFrom('auditEntries').select(['action', 'details']).orderBy('sequence').execute(),
    );
    const ours = logged.filter(({ action }) => action.startsWith('calibration.'));
    expect(ours.map(({ action }) => action.slice(12))).toEqual([
      'decide',
      'decide',
      'decide',
      'undo',
      'undo',
    ]);
    expect(JSON.stringify(ours)).not.toMatch(/drills|level/);
  });

  it('of two at once stands alone, and the second is told', async () => {
    await begin();
    const director = scene.viewer('director', 'D1', 'Gate');
    const both = await Promise.allSettled([
      decide(hr, 'P1', 'leadership', 2),
      decide(director, 'P1', 'leadership', 3),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = both.find((one) => one.status === 'rejected');
    expect(String(refused?.reason)).toMatch(/Somebody decided meanwhile: level [23] holds now/);
    await scene.refresh();
    const held = (await heldOf('P1', 'leadership'))?.held;
    expect(await levelOf('P1', 'leadership')).toMatchObject({ level: held?.level, raterKind: 'calibrated' });
    await expect(undo(hr, 'P1', 'leadership', randomUUID())).rejects.toThrow('decided meanwhile');
  });

  it('is for whoever may settle it, never about oneself, by a person with a reason', async () => {
    await begin();
    await expect(decide(hr, 'H1', 'fortitude', 2)).rejects.toThrow('your own ratings');
    const refusals: [Viewer, string][] = [
      [scene.viewer('director', 'D1', 'Office'), 'no such rating'],
      [scene.viewer('owner', null), 'no such rating'],
      [scene.viewer('employee', 'M1'), 'no such rating'],
      [{ ...hr, kind: 'token', employeeId: null }, 'a token does not'],
    ];
    for (const [viewer, reason] of refusals)
      await expect(decide(viewer, 'P1', 'leadership', 2)).rejects.toThrow(reason);
    await expect(decide(hr, 'P1', 'leadership', 5)).rejects.toThrow('from 0 to 4');
    await expect(decide(hr, 'P1', 'nothing', 2)).rejects.toThrow('no such dimension');
    await expect(decide(hr, 'P4', 'leadership', 2)).rejects.toThrow('no such rating');
    await expect(decide(hr, 'P1', 'fortitude', 2)).rejects.toThrow('Nobody rated this');
    const without = { cycleId, employeeId: scene.idOf('P1'), dimension: 'leadership', level: 2, held: '' };
    await expect(
      scene.inTenant((ctx) => decideCalibration(ctx, hr, { ...without, reason: ' ' })),
    ).rejects.toThrow('Say why');
  });
});
