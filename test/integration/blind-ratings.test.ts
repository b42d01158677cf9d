import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TenantContext } from '#db/tenancy';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { openContest } from '~/modules/assessments/commands/open-contest';
import { compareSides } from '~/modules/assessments/queries/compare-sides';
import { ratingGrid } from '~/modules/assessments/queries/rating-grid';
import { addRequirement } from '~/modules/capability/commands/change-requirement';
import { getAgreementPage } from '~/modules/capability/queries/get-agreement-page';
import { getCalibrationQueue } from '~/modules/capability/queries/get-calibration-queue';
import { getHeatmap } from '~/modules/capability/queries/get-heatmap';
import { getPersonExport } from '~/modules/capability/queries/get-person-export';
import { getPersonPage } from '~/modules/capability/queries/get-person-page';
import { getProfile } from '~/modules/capability/queries/get-profile';
import { getRequirement } from '~/modules/capability/queries/get-requirement';
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

/**
 * What every place says to the viewer of fortitude of P1; the person says 0 and the manager 4, and the day before both
 * are in neither may be found anywhere by the other.
 */
const everywhere = async (viewer: Viewer, cycleId: string): Promise<Readonly<Record<string, unknown>>> => {
  const id = scene.idOf('P1');
  const reach = viewer.role === 'director' ? 'subtree' : 'reports';
  return scene.inTenant(async (ctx) => {
    const page = await getPersonPage(ctx, { viewer, reach, employeeId: id });
    const of = <Row extends { readonly dimension: string }>(rows: readonly Row[] | undefined) =>
      rows?.find(({ dimension }) => dimension === 'fortitude');
    const told: Record<string, unknown> = {
      page: of(page.profile?.dimensions)?.level,
      difference: of(page.profile?.dimensions)?.selfManagerDifference,
      history: of(page.history)?.entries.map(({ level }) => level),
      changes: page.changes.map(({ what }) => what),
      resource: of((await getProfile(ctx, { viewer, reach, key: { employeeId: id } })).dimensions)?.level,
      sides: (await compareSides(ctx, viewer, { employeeId: id, cycleId })).rows,
      grid: (await ratingGrid(ctx, viewer, cycleId)).people.find(({ employeeId }) => employeeId === id)
        ?.ghosts['fortitude'],
    };
    if (viewer.employeeId === id) {
      const { database } = db;
      const copy = await getPersonExport(ctx, { database, viewer, reach: 'own', employeeId: id });
      told['copy'] = [
        of(copy.profile.dimensions)?.level,
        copy.assessments.flatMap(({ ratings }) => ratings.flatMap((one) => (of([one]) ? one.level : []))),
      ];
    }
    if (viewer.role === 'director') {
      const people = { viewer, reach: 'subtree', rows: 'person', limit: 50, after: null } as const;
      const { rows } = await getHeatmap(ctx, { ...people, parentId: viewer.teamScope[0] ?? '' });
      const cell = of(rows.find((row) => row.id === id)?.cells);
      told['heatmap'] = [cell && 'mean' in cell ? cell.mean : null, cell?.rater];
      const question = { cycleId, decided: false, chosen: null, page: 0 };
      const queue = await getCalibrationQueue(ctx, viewer, question);
      told['queue'] = queue.cases.length;
      told['agreement'] = (
        await getAgreementPage(ctx, { viewer, reach: 'subtree', cycleId, pair: null })
      ).ratings;
      const requirementId = await theRequirement(ctx);
      const holders = await getRequirement(ctx, { viewer, requirementId, group: viewer.teamScope[0] ?? '' });
      told['holders'] = holders.holders?.people.length;
    }
    return told;
  });
};
/** One holder of fortitude at level 1 is asked of the gate. */
const theRequirement = async (ctx: TenantContext): Promise<string> => {
  const team = scene.viewer('director', 'M1', 'Gate').teamScope[0] ?? '';
  const known = await ctx.tx.selectFrom('groupRequirements').select('requirementId').executeTakeFirst();
  if (known) return known.requirementId;
  return addRequirement(ctx, {
    from: '2020-01-01',
    facts: {
      ...{ name: 'Steady', dimension: 'fortitude', level: 4, minimum: 1, reason: 'Storms' },
      groups: { kind: 'teams', teamIds: [team] },
    },
  });
};

describe('before both are in, nobody reads the other side anywhere', () => {
  const none = (level: number | null) => ({ page: level, difference: null, resource: level, sides: null });
  it('not the person', async () => {
    const cycleId = await scene.newCycle({ people: ['P1'] });
    await rate(mara, cycleId, 4);
    const told = await everywhere(pia, cycleId);
    expect(told).toMatchObject({ ...none(null), history: [], grid: undefined, copy: [null, []] });
    expect(told['changes']).not.toContain('The manager rated 1 dimension');
    await expect(
      scene.inTenant((ctx) =>
        openContest(ctx, pia, {
          ...{ employeeId: scene.idOf('P1'), dimension: 'fortitude', assessmentId: null },
          statement: 'I do not agree.',
        }),
      ),
    ).rejects.toThrow('no such rating');
    await rate(pia, cycleId, 0);
    const after = await everywhere(pia, cycleId);
    expect(after).toMatchObject({ page: 4, difference: -4, resource: 4, history: [4, 0] });
    expect(after['changes']).toContain('The manager rated 1 dimension');
  });

  it('not the manager, who may be a director with lists of people', async () => {
    const director = scene.viewer('director', 'M1', 'Gate');
    const cycleId = await scene.newCycle({ people: ['P1'] });
    await rate(pia, cycleId, 4);
    await scene.inTenant(theRequirement);
    const told = await everywhere(director, cycleId);
    expect(told).toMatchObject({ ...none(null), history: [], grid: undefined, heatmap: [null, null] });
    expect(told).toMatchObject({ queue: 0, agreement: 0, holders: 0 });
    // A rating of the year before, and nothing of this cycle.
    expect(told['changes']).toHaveLength(2);
    await rate(director, cycleId, 0);
    const after = await everywhere(director, cycleId);
    expect(after).toMatchObject({ page: 0, difference: 4, heatmap: [0, 'manager'], history: [0, 4] });
    expect(after['changes']).toHaveLength(4);
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
