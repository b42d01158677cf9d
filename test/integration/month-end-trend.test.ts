import { beforeAll, describe, expect, it } from 'vitest';
import type { TenantContext } from '#db/tenancy';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { importAssessments } from '~/modules/assessments/commands/import-assessments';
import { makeRelease } from '~/modules/capability/commands/make-release';
import { refreshCapability } from '~/modules/capability/commands/refresh-capability';
import { NO_FILTER } from '~/modules/capability/domain/heatmap-filter';
import { rowKey } from '~/modules/capability/domain/heatmap-view';
import { getHeatmap, type Heatmap, type HeatmapQuery } from '~/modules/capability/queries/get-heatmap';
import { withTrend } from '~/modules/capability/queries/get-heatmap-change';
import { withMonthEndTrend } from '~/modules/capability/queries/month-end-trend';
import { reachOf } from '~/modules/organizations/domain/permissions';
import type { Role } from '~/modules/organizations/domain/role';
import { importEmployees } from '~/modules/people/commands/import-employees';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';

const FIRST = '2026-01-01';
const KEPT = '2026-06-30';
const TODAY = '2026-11-21';
const GUARD = '33-9032.00';
/** Name, team in spring and now, level of leadership in spring and in autumn; empty: not there, not rated. */
const PEOPLE = [
  ['Ada', 'North', 'North', '1', '3'],
  ['Bo', 'North / Dock', 'South', '2', '2'],
  ['Cy', 'South', 'South', '', '4'],
  ['Di', 'South', 'South', '3', ''],
  ['Ed', 'North', '', '4', ''],
  ['Fay', '', 'North / Dock', '', '1'],
] as const;

let db: TestDatabase;
let organizationId: string;
const on = <T>(day: string, work: (ctx: TenantContext) => Promise<T>) =>
  db.tenant(organizationId, work, new Date(`${day}T12:00:00Z`));

beforeAll(async () => {
  db = await openTestDatabase();
  organizationId = (await db.newOrganization()).organizationId;
  await arrive(FIRST, 1, 3);
  await on(KEPT, (ctx) => makeRelease(ctx, 'cycle_closed'));
  await arrive('2026-09-01', 2, 4);
  await on(TODAY, refreshAll);
});

/** Brings in the people of a column of PEOPLE with the levels of another, and computes. */
async function arrive(day: string, place: 1 | 2, level: 3 | 4): Promise<void> {
  const header = 'external_id,name,team,site,occupation,role_band,available,email,title,started_on,ended_on';
  const people = PEOPLE.flatMap((one) => {
    const leaves = place === 2 && one[2] === '';
    const team = leaves ? one[1] : one[place];
    const began = one[1] === '' ? '2026-08-01' : '2025-01-01';
    const facts = [team, 'Harbour', GUARD, 2, 'yes', '', 'Guard', began, leaves ? '2026-08-31' : ''];
    return team === '' ? [] : [[one[0], one[0], ...facts].join(',')];
  });
  const file = { file: 'e.csv', today: day, importedBy: 'test', text: [header, ...people, ''].join('\n') };
  await on(day, (ctx) => importEmployees(ctx, file));
  const lines = PEOPLE.filter((one) => one[level] !== '' && one[place] !== '').map(
    (one) => `${one[0]},manager,${day},${GUARD},leadership,${one[level]}`,
  );
  const text = ['employee_external_id,rater,assessed_on,occupation,dimension,level', ...lines, ''].join('\n');
  await on(day, (ctx) => importAssessments(ctx, { file: 'a.csv', today: day, importedBy: 'test', text }));
  await on(day, refreshAll);
}

async function refreshAll(ctx: TenantContext): Promise<void> {
  while ((await refreshCapability(ctx)).remaining > 0);
}

type Asked = Partial<HeatmapQuery> & { readonly role?: Role; readonly scope?: readonly string[] };

function queryOf({ role = 'hr_partner', scope = [], ...asked }: Asked): HeatmapQuery {
  const organization = { id: organizationId, slug: 'x', name: 'x' };
  const viewer = {
    kind: 'user',
    id: 'v',
    name: 'v',
    role,
    teamScope: scope,
    employeeId: null,
    organization,
  } as const;
  const reach = reachOf(role, 'heatmap:read');
  return { viewer, reach, parentId: null, rows: 'team', limit: 50, after: null, ...asked };
}

/** Changes of leadership by row, by what is kept and person by person. */
async function both(asked: Asked) {
  const query = queryOf(asked);
  const changes = (view: Heatmap | null) =>
    Object.fromEntries((view?.rows ?? []).map((row) => [rowKey(row), row.cells[1]?.change]));
  return on(TODAY, async (ctx) => {
    const view = await getHeatmap(ctx, query);
    return {
      kept: changes(await withMonthEndTrend(ctx, view, { query, since: '2026-07-31' })),
      computed: changes(await withTrend(ctx, view, { query, since: KEPT })),
    };
  });
}

describe('the trend since a month end', () => {
  it('is what computing each person gives, where nothing came in later', async () => {
    const tree = await on(TODAY, (ctx) => getTeamTree(ctx, TODAY));
    const [north, south] = ['North', 'South'].map(
      (path) => tree.find((team) => team.path === path)?.teamId ?? '',
    );
    for (const asked of [
      {},
      { parentId: north ?? '' },
      { rows: 'band' },
      { rows: 'occupation' },
      { rows: 'site', filter: { ...NO_FILTER, team: south ?? '' } },
      { filter: { ...NO_FILTER, occupation: GUARD, available: 'yes' } },
      { role: 'director', scope: [south ?? ''], rows: 'team' },
    ] as const) {
      const { kept, computed } = await both(asked);
      expect(Object.values(kept).some((change) => change)).toBe(true);
      expect(kept).toEqual(closeTo(computed));
    }
  });

  it('begins at the last kept day, or the first where none is as old, and tells where none is kept', async () => {
    const query = queryOf({});
    const since = (day: string) =>
      on(TODAY, async (ctx) => withMonthEndTrend(ctx, await getHeatmap(ctx, query), { query, since: day }));
    expect((await since('2026-11-01'))?.since).toBe(KEPT);
    expect((await since('2026-06-29'))?.since).toBe(FIRST);
    expect((await since('2020-01-01'))?.since).toBe(FIRST);
    const early = await on(TODAY, async (ctx) => {
      const view = { ...(await getHeatmap(ctx, query)), asOf: FIRST };
      return withMonthEndTrend(ctx, view, { query, since: '2020-01-01' });
    });
    expect(early).toBeNull();
  });
});

/** The same with numbers that may differ by rounding. */
function closeTo(value: unknown): unknown {
  if (typeof value === 'number') return expect.closeTo(value, 9);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, closeTo(one)]));
}
