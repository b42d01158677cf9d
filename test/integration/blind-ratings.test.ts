import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { compareSides } from '~/modules/assessments/queries/compare-sides';
import { ratingGrid } from '~/modules/assessments/queries/rating-grid';
import { getPersonPage } from '~/modules/capability/queries/get-person-page';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { type RatingScene, ratingScene } from './rating-scene';

let db: TestDatabase;
let scene: RatingScene;
let mara: Viewer;
let pia: Viewer;
let hr: Viewer;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(async () => {
  scene = await ratingScene(db);
  [mara, pia] = [scene.viewer('employee', 'M1'), scene.viewer('employee', 'P1')];
  hr = scene.viewer('hr_partner', 'H1');
});

const rate = async (viewer: Viewer, cycleId: string, value: 0 | 4) => {
  await scene.save(viewer, { of: 'P1', cycleId, dimension: 'fortitude', value });
  await scene.submit(viewer, cycleId, 'P1');
  await scene.refresh();
};
const compare = (viewer: Viewer, cycleId: string) =>
  scene.inTenant((ctx) => compareSides(ctx, viewer, { employeeId: scene.idOf('P1'), cycleId }));
/** The level that the viewer reads, and how many ratings the history tells. */
const reads = (viewer: Viewer) =>
  scene.inTenant(async (ctx) => {
    const page = await getPersonPage(ctx, { viewer, reach: 'reports', employeeId: scene.idOf('P1') });
    const level = page.profile?.dimensions.find(({ dimension }) => dimension === 'fortitude')?.level;
    const history = page.history.find(({ dimension }) => dimension === 'fortitude');
    return [level, history?.entries.length];
  });

describe('a blind cycle', () => {
  it('hides the manager from the person until both are in, on every page of the person', async () => {
    const cycleId = await scene.newCycle({ people: ['P1'] });
    await rate(mara, cycleId, 4);
    expect(await compare(pia, cycleId)).toMatchObject({ rows: null, selfOn: null, managerOn: null });
    expect(await compare(mara, cycleId)).toMatchObject({ rows: null, managerOn: scene.today });
    expect(await reads(pia)).toEqual([null, 0]);
    expect(await reads(hr)).toEqual([4, 1]);
    await rate(pia, cycleId, 0);
    expect(await reads(pia)).toEqual([4, 2]);
    const sides = await compare(pia, cycleId);
    expect(sides.rows?.find(({ dimension }) => dimension === 'fortitude')).toEqual({
      ...{ dimension: 'fortitude', self: 0, manager: 4, difference: -4, isMarked: true },
    });
  });

  it('hides the person from the manager, and ends with the cycle', async () => {
    const cycleId = await scene.newCycle({ people: ['P1'] });
    await rate(pia, cycleId, 4);
    expect(await reads(mara)).toEqual([null, 0]);
    expect(await reads(pia)).toEqual([4, 1]);
    await scene.inTenant(({ tx }) => tx.updateTable('cycles').set({ state: 'closed' }).execute());
    expect(await reads(mara)).toEqual([4, 1]);
  });

  it('is open where the cycle says so, and to nobody else', async () => {
    const cycleId = await scene.newCycle({ people: ['P1'], selfManager: 'open', peers: [['P2', 'P1']] });
    await rate(mara, cycleId, 4);
    expect((await compare(pia, cycleId)).rows).not.toBeNull();
    expect(await reads(pia)).toEqual([4, 1]);
    for (const [person, scope] of [['P2'], ['P3'], ['D1', 'Office']] as const)
      await expect(
        compare(scene.viewer('employee', person, ...(scope ? [scope] : [])), cycleId),
      ).rejects.toThrow('here');
  });
});

describe('the grid', () => {
  it('holds whom the viewer is to rate, with the own last level and nobody else’s', async () => {
    const cycleId = await scene.newCycle({ people: ['P1', 'P2', 'P3'], peers: [['P2', 'P1']] });
    const grid = (viewer: Viewer, asked: string | undefined) =>
      scene.inTenant((ctx) => ratingGrid(ctx, viewer, asked));
    const named = async (viewer: Viewer, asked?: string) =>
      (await grid(viewer, asked)).people.map(({ name, raterKind }) => `${name} ${raterKind}`);
    expect(await named(mara)).toEqual(['Per Falk manager', 'Pia Holm manager', 'Puk Rask manager']);
    expect(await named(scene.viewer('employee', 'P2'))).toEqual(['Per Falk self', 'Pia Holm peer']);
    expect(await named(pia, 'own')).toEqual(['Pia Holm self']);
    const [, about] = (await grid(mara, cycleId)).people;
    expect(about).toMatchObject({ name: 'Pia Holm', state: 'empty', cells: {} });
    expect(about?.ghosts).toMatchObject({ communication: { level: 3 }, leadership: { level: 1 } });
    expect(about?.ghosts['creativity']).toBeUndefined();
    await rate(mara, cycleId, 4);
    const [, after] = (await grid(mara, cycleId)).people;
    expect(after).toMatchObject({ state: 'submitted', cells: { fortitude: { value: 4, revision: 1 } } });
  });
});
