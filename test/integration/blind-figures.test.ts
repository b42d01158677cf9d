import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openTestDatabase } from '#test/setup/database';
import { makeRelease } from '~/modules/capability/commands/make-release';
import { NO_FILTER } from '~/modules/capability/domain/heatmap-filter';
import { type HeatmapCellView, type HeatmapRowView, rowKey } from '~/modules/capability/domain/heatmap-view';
import { getAiReadiness } from '~/modules/capability/queries/ai-readiness/get-ai-readiness';
import { getHeatmap } from '~/modules/capability/queries/get-heatmap';
import { withTrend } from '~/modules/capability/queries/get-heatmap-change';
import { getWhy } from '~/modules/capability/queries/get-why';
import { withMonthEndTrend } from '~/modules/capability/queries/month-end-trend';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { type RatingScene, ratingScene } from './rating-scene';

const db = await openTestDatabase();
const K = 5;
const RATED = ['P1', 'P2', 'P3', 'P4', 'M1'] as const;

interface Heard {
  readonly viewer: Viewer;
  readonly reach: 'all' | 'subtree';
}

/** Rows of the gate: of its stored figures, and counted from people by a filter that leaves everybody. */
const GROUPS = ['team', 'counted', 'site', 'occupation', 'band'] as const;
type Groups = (typeof GROUPS)[number];

async function figuresScene() {
  const scene = await ratingScene(db);
  const director: Heard = { viewer: scene.viewer('director', 'M1', 'Gate'), reach: 'subtree' };
  const hr: Heard = { viewer: scene.viewer('hr_partner', 'H1'), reach: 'all' };
  const gate = director.viewer.teamScope[0] ?? '';
  const queryOf = ({ viewer, reach }: Heard, groups: Groups) => {
    const filter =
      groups === 'counted' ? { ...NO_FILTER, kind: 'employee' as const } : { ...NO_FILTER, team: gate };
    const isTeam = groups === 'team' || groups === 'counted';
    const rows = groups === 'counted' ? ('team' as const) : groups;
    const base = { viewer, reach, rows, parentId: null, limit: 50, after: null };
    return groups === 'team' ? base : { ...base, filter: isTeam ? filter : { ...NO_FILTER, team: gate } };
  };
  const read = (who: Heard, groups: Groups) =>
    scene.inTenant(async (ctx) => {
      const { rows, closesSmall } = await getHeatmap(ctx, queryOf(who, groups));
      return { rows: rows.filter((row) => groups !== 'team' || row.id === gate), closesSmall };
    });
  const readiness = ({ viewer, reach }: Heard) =>
    scene.inTenant(async (ctx) => {
      const none = { teamId: gate, siteId: null, asOf: null, since: null };
      return (await getAiReadiness(ctx, { viewer, reach, rows: 'site', ...none })).live;
    });
  return { ...scene, director, hr, gate, queryOf, read, readiness };
}

async function rate(scene: RatingScene, rating: { by: string; of: string; cycleId: string }, level: number) {
  const viewer = scene.viewer('employee', rating.by);
  const { cycleId } = rating;
  const value = level as 0 | 1 | 2 | 3 | 4;
  for (const dimension of ['fortitude', 'ai_use'] as const)
    await scene.save(viewer, { of: rating.of, cycleId, dimension, value });
  await scene.submit(viewer, cycleId, rating.of);
}

const cellOf = (row: HeatmapRowView | undefined, dimension = 'fortitude') =>
  row?.cells.find((cell) => cell.dimension === dimension);

describe('a director and ratings of a blind cycle that are not open yet', () => {
  it('reads figures of groups as everybody does, and none of a few people until both are in', async () => {
    const scene = await figuresScene();
    const { director, hr, read, readiness, inTenant, queryOf, gate } = scene;
    const cycleId = await scene.newCycle({ people: ['P1'] });
    await rate(scene, { by: 'P1', of: 'P1', cycleId }, 4);
    await scene.refresh();
    await inTenant((ctx) => makeRelease(ctx, 'cycle_closed'));
    for (const groups of GROUPS) {
      const own = await read(director, groups);
      expect(own.closesSmall).toBe(true);
      for (const row of own.rows.filter(({ cells }) => cells.some(({ suppressed }) => suppressed)))
        expect(cellOf(row)).toEqual({ dimension: 'fortitude', suppressed: true });
      expect((await read(hr, groups)).rows.map((row) => cellOf(row)?.mean)).toContain(4);
      await inTenant(async (ctx) => {
        const query = queryOf(director, groups);
        const view = await getHeatmap(ctx, query);
        const trends = [
          await withTrend(ctx, view, { query, since: '2026-06-30' }),
          await withMonthEndTrend(ctx, view, { query, since: scene.today }),
        ];
        for (const trend of trends) expect(JSON.stringify(trend?.rows ?? [])).not.toContain('"after":4');
      });
    }
    const why = ({ viewer, reach }: typeof director) =>
      inTenant((ctx) =>
        getWhy(ctx, { viewer, reach, figure: `heatmap:team:${gate}:fortitude:mean`, asOf: null }),
      );
    await expect(why(director)).rejects.toThrow('no such figure');
    expect((await why(hr)).value).toBe(4);
    const closed = await readiness(director);
    expect([closed?.total.closed, closed?.rows[0]?.closed]).toEqual([true, true]);
    expect(closed?.total.sums).toMatchObject({ people: 5, assessed: 0, levels: [0, 0, 0, 0, 0] });
    await rate(scene, { by: 'M1', of: 'P1', cycleId }, 0);
    await scene.refresh();
    for (const groups of GROUPS) expect(await read(director, groups)).toMatchObject({ closesSmall: false });
    expect(cellOf((await read(director, 'team')).rows[0])).toMatchObject({ assessed: 1, mean: 0 });
    expect((await readiness(director))?.total).toMatchObject({ sums: { assessed: 1 } });
  });

  it('reads nothing of a day that is over that the day itself does not say', async () => {
    const scene = await figuresScene();
    const { director, queryOf } = scene;
    const cycleId = await scene.newCycle({ people: ['P1'] });
    await rate(scene, { by: 'P1', of: 'P1', cycleId }, 4);
    await scene.refresh();
    const cells = await db.tenant(
      scene.organizationId,
      async (ctx) => {
        const { rows } = await getHeatmap(ctx, { ...queryOf(director, 'site'), asOf: scene.today });
        return rows.map((row) => cellOf(row));
      },
      new Date('2026-11-24T12:00:00Z'),
    );
    expect(cells).toEqual([{ dimension: 'fortitude', suppressed: true }]);
  });

  it('reads each figure as HR partners do or not at all, whoever has rated whom', async () => {
    const level = fc.option(fc.integer({ min: 0, max: 4 }), { freq: 5 });
    const levels = fc.array(level, { minLength: RATED.length, maxLength: RATED.length });
    await fc.assert(
      fc.asyncProperty(levels, levels, fc.boolean(), async (self, manager, isOpen) => {
        const scene = await figuresScene();
        const cycleId = await scene.newCycle({ people: RATED, selfManager: isOpen ? 'open' : 'blind' });
        const waits = await rateAll(scene, cycleId, { self, manager });
        await scene.refresh();
        for (const groups of GROUPS) await readsAsMuch(scene, groups);
        const [row] = (await scene.read(scene.director, 'team')).rows;
        expect(row?.waits ?? false).toBe(waits && !isOpen);
        const [own, all] = [await scene.readiness(scene.director), await scene.readiness(scene.hr)];
        expect(own?.total.closed ? { people: own.total.sums.people } : own?.total.sums).toEqual(
          own?.total.closed ? { people: all?.total.sums.people } : all?.total.sums,
        );
      }),
      { numRuns: 4 },
    );
  });
});

interface Levels {
  readonly self: readonly (number | null)[];
  readonly manager: readonly (number | null)[];
}

/** Whether somebody beneath the manager is in whom the manager has not rated. */
async function rateAll(scene: RatingScene, cycleId: string, { self, manager }: Levels): Promise<boolean> {
  let waits = false;
  for (const [at, of] of RATED.entries()) {
    const [own, others] = [self[at] ?? null, of === 'M1' ? null : (manager[at] ?? null)];
    if (own !== null) await rate(scene, { by: of, of, cycleId }, own);
    if (others !== null) await rate(scene, { by: 'M1', of, cycleId }, others);
    waits ||= own !== null && others === null && of !== 'M1';
  }
  return waits;
}

async function readsAsMuch(scene: Awaited<ReturnType<typeof figuresScene>>, groups: Groups): Promise<void> {
  const full = new Map((await scene.read(scene.hr, groups)).rows.map((row) => [rowKey(row), row]));
  for (const row of (await scene.read(scene.director, groups)).rows)
    for (const cell of row.cells) holdsAsMuch(cell, cellOf(full.get(rowKey(row)), cell.dimension), row);
}

/** A cell that a director reads is that of HR partners, or has less of it; in a row that waits it is of k people. */
function holdsAsMuch(
  { frameworkVersions: _, ...cell }: HeatmapCellView,
  full: HeatmapCellView | undefined,
  { waits = false }: HeatmapRowView,
): void {
  if (cell.suppressed) {
    expect(waits).toBe(true);
    expect(Object.keys(cell).sort()).toEqual(['dimension', 'suppressed']);
    return;
  }
  expect(full).toMatchObject(cell);
  if (!waits || cell.assessed === 0) return;
  expect(cell.assessed).toBeGreaterThanOrEqual(K);
  expect(cell.distribution?.filter((people) => people > 0).length).toBeGreaterThan(1);
  const { selfManagerDifference = null, differenceN = 0, meanGap = null, pairs = 0 } = cell;
  expect(selfManagerDifference === null || differenceN >= K).toBe(true);
  expect(meanGap === null || pairs >= K).toBe(true);
}
