import type { TenantContext } from '#db/tenancy';
import { getCyclePage } from '~/modules/assessments/queries/get-cycle-page';
import { listSeenCycles } from '~/modules/assessments/queries/list-seen-cycles';
import { releasedLines } from '~/modules/capability/domain/ai-readiness/readiness-lines';
import { READINESS_ROWS } from '~/modules/capability/domain/ai-readiness/readiness-view';
import { releasedResource } from '~/modules/capability/domain/ai-readiness/to-readiness-resource';
import { heatmapAnswer } from '~/modules/capability/domain/api-schemas';
import { HEATMAP_ROWS, type HeatmapFilter, NO_FILTER } from '~/modules/capability/domain/heatmap-filter';
import { heatmapLines } from '~/modules/capability/domain/heatmap-lines';
import { rowKey } from '~/modules/capability/domain/heatmap-view';
import { TILES } from '~/modules/capability/domain/overview/tile';
import { WHY_FIELDS } from '~/modules/capability/domain/why-figure';
import { getAiReadiness } from '~/modules/capability/queries/ai-readiness/get-ai-readiness';
import { getReadinessDetail } from '~/modules/capability/queries/ai-readiness/get-readiness-detail';
import { getAgreementPage } from '~/modules/capability/queries/get-agreement-page';
import { getCellDetail } from '~/modules/capability/queries/get-cell-detail';
import { getGroupComparison } from '~/modules/capability/queries/get-group-comparison';
import { getHeatmap, type Heatmap, type HeatmapQuery } from '~/modules/capability/queries/get-heatmap';
import { withTrend } from '~/modules/capability/queries/get-heatmap-change';
import { getHeatmapChoices } from '~/modules/capability/queries/get-heatmap-choices';
import { getOverview } from '~/modules/capability/queries/get-overview';
import { getWhy } from '~/modules/capability/queries/get-why';
import { listDecisions } from '~/modules/capability/queries/list-decisions';
import { listSavedViews } from '~/modules/capability/queries/list-saved-views';
import { heatmapPicture } from '~/modules/capability/ui/heatmap-picture';
import { type Reach, reachOf } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { isCadreError } from '~/shared/errors';

/** Answers by what was asked, as texts without moments, ids of releases and days of figures. */
export type Answers = Record<string, string>;

interface Asked {
  readonly viewer: Viewer;
  /** Days of releases and others that are over. */
  readonly days: readonly string[];
}

const OCCUPATION = '33-9032.00';

/**
 * All that somebody who reads released figures can ask of figures of groups, page by page: heatmap beneath every team of
 * every day with its export, picture, resource, panels and trend, with every kind of rows and filter, side by side,
 * AI-readiness, overview, "why" of each figure, kept views, decisions, and of cycles progress and agreement.
 */
export async function askEverything(ctx: TenantContext, { viewer, days }: Asked): Promise<Answers> {
  const told: [string, unknown][] = [];
  const reach = reachOf(viewer.role, 'heatmap:read');
  const tree = await getTeamTree(ctx, ctx.now.toISOString().slice(0, 10));
  const scene: Scene = {
    ...{ ctx, viewer, reach, days },
    base: { viewer, reach, parentId: null, rows: 'team', limit: 50, after: null },
    teamIds: tree.map(({ teamId }) => teamId),
    ask: async (name, answer) => {
      told.push([name, await answerOf(answer)]);
    },
  };
  await askHeatmap(scene);
  await askFilters(scene);
  await askBesides(scene);
  await askReadiness(scene);
  await askCycles(scene);
  return Object.fromEntries(told.map(([name, value]) => [name, textOf(value)]));
}

interface Scene extends Asked {
  readonly ctx: TenantContext;
  readonly reach: Reach;
  readonly base: HeatmapQuery;
  readonly teamIds: readonly string[];
  readonly ask: (name: string, answer: () => Promise<unknown>) => Promise<void>;
}

/** Every team on every day, the trend, and "why" of each figure. */
async function askHeatmap({ ctx, viewer, reach, base, teamIds, days, ask }: Scene): Promise<void> {
  for (const asOf of [null, ...days])
    for (const parentId of [null, ...teamIds])
      await ask(`heatmap of ${parentId} on ${asOf}`, () => heatmapOf(ctx, { ...base, parentId, asOf }));
  for (const since of [null, ...days])
    await ask(`trend since ${since}`, async () => {
      const view = await getHeatmap(ctx, base);
      return (await withTrend(ctx, view, { query: base, since })).rows;
    });
  for (const teamId of teamIds)
    for (const field of Object.keys(WHY_FIELDS)) {
      const figure = `heatmap:team:${teamId}:leadership:${field}`;
      await ask(`why ${figure}`, () => getWhy(ctx, { viewer, reach, figure, asOf: null }));
    }
}

/** Every kind of rows under filters of every kind. */
async function askFilters({ ctx, base, teamIds, days, ask }: Scene): Promise<void> {
  await ask('choices', () => getHeatmapChoices(ctx, base));
  for (const rows of HEATMAP_ROWS)
    for (const filter of filtersOf(teamIds))
      for (const asOf of [null, ...days.slice(-1)])
        await ask(`${rows} under ${JSON.stringify(filter)} on ${asOf}`, () =>
          heatmapOf(ctx, { ...base, rows, filter, asOf }),
        );
}

/** Teams side by side, the overview with its decisions, kept views. */
async function askBesides({ ctx, viewer, reach, teamIds, ask }: Scene): Promise<void> {
  for (const a of teamIds.slice(0, 5))
    for (const b of teamIds.slice(-3))
      await ask(`${a} beside ${b}`, async () => {
        const question = { viewer, reach, rows: 'team', ids: [a, b] } as const;
        const { first, second, differences } = await getGroupComparison(ctx, question);
        return { first, second, differences };
      });
  await ask('overview', () => getOverview(ctx, { viewer, reach }));
  for (const tile of TILES)
    await ask(`why ${tile}`, () => getWhy(ctx, { viewer, reach, figure: `overview:${tile}`, asOf: null }));
  await ask('kept views', () => listSavedViews(ctx, viewer));
  await ask('decisions', () => listDecisions(ctx, viewer, reach === 'released' ? 'released' : 'subtree'));
}

async function askReadiness({ ctx, viewer, reach, teamIds, days, ask }: Scene): Promise<void> {
  for (const rows of READINESS_ROWS)
    for (const asOf of [null, ...days])
      for (const teamId of asOf === null ? [null, ...teamIds] : [null])
        await ask(`AI-readiness by ${rows} of ${teamId} on ${asOf}`, () =>
          readinessOf(ctx, { viewer, reach, rows, teamId, siteId: null, asOf, since: null }),
        );
}

async function askCycles({ ctx, viewer, ask }: Scene): Promise<void> {
  await ask('cycles', () => listSeenCycles(ctx, viewer, []));
  const cycles = await ctx.tx.selectFrom('cycles').select('cycleId').orderBy('cycleId').execute();
  const question = { viewer, reach: reachOf(viewer.role, 'cycles:run') };
  for (const { cycleId } of cycles) {
    await ask(`progress of ${cycleId}`, () =>
      getCyclePage(ctx, viewer, { cycleId, team: null, nonRaters: [] }),
    );
    await ask(`agreement in ${cycleId}`, () => getAgreementPage(ctx, { ...question, cycleId, pair: null }));
  }
}

/** Each filter alone, pairs and all of them. */
function filtersOf(teamIds: readonly string[]): readonly HeatmapFilter[] {
  const own = { team: teamIds[0] ?? null, site: 'none', occupation: OCCUPATION, band: '2' };
  const all = { ...own, kind: 'employee', available: 'yes' } as const;
  const names = Object.keys(all) as (keyof typeof all)[];
  const pairs = names
    .slice(1)
    .map((name, at) => ({ ...NO_FILTER, [name]: all[name], [names[at] ?? name]: all[names[at] ?? name] }));
  return [NO_FILTER, ...names.map((name) => ({ ...NO_FILTER, [name]: all[name] })), ...pairs, all];
}

async function heatmapOf(ctx: TenantContext, query: HeatmapQuery): Promise<unknown> {
  const view = await getHeatmap(ctx, query);
  const { rows, total, parent, closesSmall, onlyByTeam } = view;
  const lines = heatmapLines({ ...view, filter: query.filter ?? NO_FILTER });
  const picture = heatmapPicture({ title: '', lines: [], rows, metric: 'level' });
  const resource = heatmapAnswer.parse({ ...view, release: view.release?.id ?? null }).rows;
  return {
    rows,
    total,
    parent,
    closesSmall,
    onlyByTeam,
    lines,
    picture,
    resource,
    panels: await panelsOf(ctx, view, query),
  };
}

async function panelsOf(ctx: TenantContext, view: Heatmap, query: HeatmapQuery): Promise<unknown> {
  const panels: unknown[] = [];
  for (const row of view.rows.slice(0, 4)) {
    const chosen = { rowKey: rowKey(row), dimension: 'leadership', metric: 'level', query } as const;
    panels.push(await getCellDetail(ctx, view, chosen));
  }
  return panels;
}

async function readinessOf(
  ctx: TenantContext,
  query: Parameters<typeof getAiReadiness>[1],
): Promise<unknown> {
  const view = await getAiReadiness(ctx, query);
  const { live, released } = view;
  const rows = released ? [released.total, ...released.rows] : [];
  const panels: unknown[] = [];
  for (const id of [
    ...rows.map((row) => row.id ?? 'all'),
    ...(live ? [live.total, ...live.rows].map((row) => row.id ?? 'all') : []),
  ])
    panels.push(await getReadinessDetail(ctx, view, id));
  return {
    ...{ live, released, panels },
    lines: released ? releasedLines({ ...released, rows }) : null,
    resource: released ? rows.map((row) => releasedResource(row, { ...released, isTotal: false })) : null,
  };
}

/** What is told, or that nothing is. */
async function answerOf(answer: () => Promise<unknown>): Promise<unknown> {
  try {
    return await answer();
  } catch (error) {
    if (isCadreError(error)) return error.kind;
    throw error;
  }
}

function textOf(value: unknown): string {
  return (JSON.stringify(value) ?? '')
    .replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, 'MOMENT')
    .replaceAll(/"revision":\d+/g, '"revision":N');
}
