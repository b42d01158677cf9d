import { beforeAll, describe, expect, it } from 'vitest';
import type { TenantContext } from '#db/tenancy';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { importAssessments } from '~/modules/assessments/commands/import-assessments';
import { refreshCapability } from '~/modules/capability/commands/refresh-capability';
import { NO_FILTER } from '~/modules/capability/domain/heatmap-filter';
import { getCellDetail } from '~/modules/capability/queries/get-cell-detail';
import { getHeatmap, type Heatmap, type HeatmapQuery } from '~/modules/capability/queries/get-heatmap';
import { withTrend } from '~/modules/capability/queries/get-heatmap-change';
import { getHeatmapChoices } from '~/modules/capability/queries/get-heatmap-choices';
import { getWhy } from '~/modules/capability/queries/get-why';
import { reachOf } from '~/modules/organizations/domain/permissions';
import type { Role } from '~/modules/organizations/domain/role';
import { importEmployees } from '~/modules/people/commands/import-employees';
import { mergeSites } from '~/modules/people/commands/merge-sites';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';

const TODAY = '2026-11-21';
const NOW = new Date(`${TODAY}T12:00:00Z`);
const GUARD = '33-9032.00';
const DETECTIVE = '33-3021.00';
/** Name, team, site, occupation, band, available, leadership since spring, leadership since autumn. */
const PEOPLE = [
  ['Ada', 'North', 'Harbour', GUARD, 1, 'yes', 1, 3],
  ['Bo', 'North / Dock', 'Harbour', GUARD, 2, 'yes', 2, 2],
  ['Cy', 'North / Dock', 'Airport', DETECTIVE, 2, 'no', 3, 3],
  ['Di', 'South', 'Airport', GUARD, 1, 'yes', 0, 4],
  ['Ed', 'South', '', '', '', 'yes', 4, 4],
] as const;

let db: TestDatabase;
let organizationId: string;
beforeAll(async () => {
  db = await openTestDatabase();
  organizationId = (await db.newOrganization()).organizationId;
  await inTenant((ctx) =>
    importEmployees(ctx, { file: 'e.csv', today: TODAY, importedBy: 'test', text: employees() }),
  );
  for (const [day, at] of [
    ['2026-03-01', 6],
    ['2026-09-01', 7],
  ] as const) {
    const lines = PEOPLE.map((person) => `${person[0]},manager,${day},${GUARD},leadership,${person[at]}`);
    const header = 'employee_external_id,rater,assessed_on,occupation,dimension,level';
    const text = [header, ...lines, ''].join('\n');
    await inTenant((ctx) =>
      importAssessments(ctx, { file: 'a.csv', today: TODAY, importedBy: 'test', text }),
    );
  }
  await inTenant(drain);
});

function employees(): string {
  const header = 'external_id,name,team,site,occupation,role_band,available,email,title,started_on';
  const lines = PEOPLE.map((one) =>
    [one[0], one[0], ...one.slice(1, 6), '', 'Guard', '2020-01-01'].join(','),
  );
  return [header, ...lines, ''].join('\n');
}

async function drain(ctx: TenantContext): Promise<void> {
  while ((await refreshCapability(ctx)).remaining > 0);
}

async function inTenant<T>(work: (ctx: TenantContext) => Promise<T>): Promise<T> {
  return db.tenant(organizationId, work, NOW);
}

async function teamId(path: string): Promise<string> {
  const tree = await inTenant((ctx) => getTeamTree(ctx, TODAY));
  return tree.find((team) => team.path === path)?.teamId ?? '';
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
  return {
    viewer,
    reach: reachOf(role, 'heatmap:read'),
    parentId: null,
    rows: 'team',
    limit: 50,
    after: null,
    ...asked,
  };
}

const ask = (asked: Asked): Promise<Heatmap> => inTenant((ctx) => getHeatmap(ctx, queryOf(asked)));

/** Assessed people and mean of leadership by the name of the row. */
function shown(view: Heatmap): Record<string, string> {
  return Object.fromEntries(
    view.rows.map(({ name, kind, cells }) => {
      const cell = cells.find(({ dimension }) => dimension === 'leadership');
      return [kind === 'direct' ? `in ${name}` : name, `${cell?.assessed} at ${cell?.mean}`];
    }),
  );
}

describe('rows and filters of the heatmap', () => {
  it('counts sites, occupations and bands, and those without one', async () => {
    expect(shown(await ask({ rows: 'site' }))).toEqual({
      Airport: '2 at 3.5',
      Harbour: '2 at 2.5',
      'No site': '1 at 4',
    });
    const occupations = await ask({ rows: 'occupation' });
    expect(occupations.rows.map(({ id, people }) => [id, people])).toEqual(
      expect.arrayContaining([
        [GUARD, 3],
        [DETECTIVE, 1],
        ['none', 1],
      ]),
    );
    expect(shown(await ask({ rows: 'band' }))).toEqual({
      'Entry / Apprentice': '2 at 3.5',
      'Mid-level / Established': '2 at 2.5',
      'No role band': '1 at 4',
    });
  });

  it('counts under any combination of filters', async () => {
    const [site] = (await ask({ rows: 'site' })).rows;
    const filter = { ...NO_FILTER, site: site?.id ?? '' };
    expect(shown(await ask({ filter }))).toEqual({ North: '1 at 3', South: '1 at 4' });
    expect(shown(await ask({ filter: { ...filter, available: 'yes' } }))).toEqual({ South: '1 at 4' });
    const north = await teamId('North');
    expect(shown(await ask({ rows: 'band', filter: { ...NO_FILTER, team: north } }))).toEqual({
      'Entry / Apprentice': '1 at 3',
      'Mid-level / Established': '2 at 2.5',
    });
    expect(shown(await ask({ parentId: north, filter: { ...NO_FILTER, occupation: GUARD } }))).toEqual({
      Dock: '1 at 2',
      'in North': '1 at 3',
    });
    const none = { ...NO_FILTER, site: 'none', band: '1' };
    expect((await ask({ filter: none })).rows).toEqual([]);
  });

  it('lists people in the order of a figure, a part at a time', async () => {
    const order = { by: { dimension: 'leadership', figure: 'level' }, down: true } as const;
    const first = await ask({ rows: 'person', order, limit: 3 });
    expect(first.rows.map((row) => row.name)).toEqual(['Di', 'Ed', 'Ada']);
    expect(first.total).toBe(5);
    const rest = await ask({ rows: 'person', order, limit: 3, offset: 3 });
    expect(rest.rows.map((row) => row.name)).toEqual(['Cy', 'Bo']);
    const available = await ask({ rows: 'person', filter: { ...NO_FILTER, available: 'no' } });
    expect(available.rows.map((row) => row.name)).toEqual(['Cy']);
  });

  it('gives of a past day what was valid then', async () => {
    const asOf = '2026-06-30';
    expect(shown(await ask({ asOf }))).toEqual({ North: '3 at 2', South: '2 at 2' });
    expect(shown(await ask({ asOf, rows: 'band' }))).toMatchObject({ 'Entry / Apprentice': '2 at 0.5' });
    const people = await ask({ asOf, rows: 'person' });
    expect(people.rows.map(({ name, cells }) => [name, cells[1]?.mean])).toEqual([
      ['Ada', 1],
      ['Bo', 2],
      ['Cy', 3],
      ['Di', 0],
      ['Ed', 4],
    ]);
    await expect(ask({ asOf: '2026-12-01' })).rejects.toThrow();
  });

  it('tells what changed since an earlier day, for live rows alone', async () => {
    const change = async (asked: Asked) => {
      const query = queryOf(asked);
      const view = await inTenant(async (ctx) =>
        withTrend(ctx, await getHeatmap(ctx, query), { query, since: '2026-06-30' }),
      );
      return Object.fromEntries(view.rows.map(({ name, cells }) => [name, cells[1]?.change]));
    };
    const { North, South } = await change({});
    expect(North).toMatchObject({ before: 2, joinedAndLeft: 0, evidence: 0, common: 3, isClear: false });
    expect(North?.levels).toBeCloseTo(2 / 3, 9);
    expect(South).toMatchObject({ before: 2, after: 4, levels: 2 });
    expect(await change({ rows: 'band', filter: { ...NO_FILTER, occupation: GUARD } })).toMatchObject({
      'Entry / Apprentice': { before: 0.5, after: 3.5 },
    });
    expect(await change({ role: 'executive' })).toEqual({});
  });

  it('counts for a director only the own teams, whatever is asked', async () => {
    const scope = [await teamId('South')];
    const view = await ask({ role: 'director', scope, rows: 'band' });
    expect(shown(view)).toEqual({ 'Entry / Apprentice': '1 at 4', 'No role band': '1 at 4' });
    expect(view.ownTeamsOnly).toBe(true);
    const choices = await inTenant((ctx) => getHeatmapChoices(ctx, queryOf({ role: 'director', scope })));
    expect(choices?.occupations.map(({ id }) => id)).toEqual([GUARD]);
    const north = { ...NO_FILTER, team: await teamId('North') };
    expect((await ask({ role: 'director', scope, filter: north })).rows).toEqual([]);
    expect((await ask({ role: 'director', scope, rows: 'site', parentId: north.team })).rows).toEqual([]);
    expect(
      shown(
        await ask({
          role: 'director',
          scope,
          asOf: '2026-06-30',
          filter: { ...NO_FILTER, kind: 'employee' },
        }),
      ),
    ).toEqual({
      South: '2 at 2',
    });
  });

  it('opens no second tree to readers of released figures', async () => {
    for (const asked of [
      { rows: 'site' },
      { rows: 'occupation' },
      { rows: 'band' },
      { filter: { ...NO_FILTER, available: 'yes' } },
      { filter: { ...NO_FILTER, team: await teamId('South') } },
    ] as const) {
      const view = await ask({ role: 'executive', ...asked });
      expect(view.rows).toEqual([]);
      expect(view).toMatchObject({ onlyByTeam: true, computedAt: null, pending: false, isComputed: true });
    }
    await expect(ask({ role: 'executive', rows: 'person' })).rejects.toThrow();
    expect(await inTenant((ctx) => getHeatmapChoices(ctx, queryOf({ role: 'executive' })))).toBeNull();
  });

  it('explains a counted cell with the versions of its ratings', async () => {
    const query = queryOf({ rows: 'band' });
    const detail = await inTenant(async (ctx) =>
      getCellDetail(ctx, await getHeatmap(ctx, query), {
        ...{ rowKey: 'group:1', dimension: 'leadership', metric: 'unknown', query },
      }),
    );
    expect(detail?.why?.formula).toMatch(/not assessed/i);
    expect(detail?.cell.people).toBe(2);
  });

  it('answers why by the name of a figure, and to released readers only what is released', async () => {
    const north = await teamId('North');
    const { viewer, reach } = queryOf({});
    const why = (figure: string) => inTenant((ctx) => getWhy(ctx, { viewer, reach, figure, asOf: null }));
    const mean = await why(`heatmap:team:${north}:leadership:mean`);
    expect(mean).toMatchObject({
      value: 8 / 3,
      link: `/o/x/heatmap?cell=${encodeURIComponent(`group:${north}:leadership`)}`,
    });
    expect(mean.inputs).toContainEqual({ label: 'People assessed', value: '3' });
    expect(await why('heatmap:band:1:leadership:unknownShare')).toMatchObject({ value: 0 });
    await expect(why('heatmap:team:1:leadership:mean')).rejects.toThrow();
    await expect(why(`heatmap:team:${north}:leadership:median`)).rejects.toThrow();
    const executive = queryOf({ role: 'executive' });
    for (const figure of ['heatmap:band:1:leadership:mean', `heatmap:team:${north}:leadership:meanGap`])
      await expect(
        inTenant((ctx) =>
          getWhy(ctx, { viewer: executive.viewer, reach: executive.reach, figure, asOf: null }),
        ),
      ).rejects.toThrow();
  });

  it('follows people whose sites become one', async () => {
    const sites = (await ask({ rows: 'site' })).rows;
    const [airport, harbour] = ['Airport', 'Harbour'].map(
      (name) => sites.find((row) => row.name === name)?.id ?? '',
    );
    await inTenant((ctx) => mergeSites(ctx, { siteId: airport ?? '', into: harbour ?? '' }));
    await inTenant(drain);
    expect(shown(await ask({ rows: 'site' }))).toEqual({ Harbour: '4 at 3', 'No site': '1 at 4' });
  });
});
