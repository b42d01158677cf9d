import type { TenantContext } from '#db/tenancy';
import { releasedLines } from '~/modules/capability/domain/ai-readiness/readiness-lines';
import { releasedResource } from '~/modules/capability/domain/ai-readiness/to-readiness-resource';
import { heatmapLines } from '~/modules/capability/domain/heatmap-lines';
import { overviewAnswer } from '~/modules/capability/domain/overview/api-schemas';
import { TILES } from '~/modules/capability/domain/overview/tile';
import { getAiReadiness } from '~/modules/capability/queries/ai-readiness/get-ai-readiness';
import { getReadinessDetail } from '~/modules/capability/queries/ai-readiness/get-readiness-detail';
import { getHeatmap } from '~/modules/capability/queries/get-heatmap';
import { getOverview } from '~/modules/capability/queries/get-overview';
import { getWhy } from '~/modules/capability/queries/get-why';
import type { Reach } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { isCadreError } from '~/shared/errors';

/** The words of a viewer and how far the viewer reaches. */
export interface Attacker {
  readonly viewer: Viewer;
  readonly reach: Reach;
}

/**
 * Everything that a reader of released figures is told, page by page: overview and its API, heatmap beneath every team
 * with its export, AI-readiness with its export, API and panels, and "why" of every figure; as one text each. Which
 * release it is of, and its day, are taken out: what is left are figures.
 */
export async function surfacesOf(
  ctx: TenantContext,
  { viewer, reach }: Attacker,
): Promise<Record<string, string>> {
  const told: [string, unknown][] = [];
  const view = await getOverview(ctx, { viewer, reach });
  if (view.kind !== 'released') throw new Error('reads live figures');
  told.push(['overview', view], ['overview API', overviewAnswer.parse({ ...view, pending: view.preparing })]);
  for (const key of TILES)
    told.push([`why of ${key}`, await whyOf(ctx, { viewer, reach }, `overview:${key}`)]);
  const tree = await getTeamTree(ctx, '2026-11-21');
  for (const parentId of [null, ...tree.map(({ teamId }) => teamId)]) {
    const asked = { viewer, reach, parentId, rows: 'team', limit: 50, after: null } as const;
    const heatmap = await getHeatmap(ctx, asked);
    const name = tree.find(({ teamId }) => teamId === parentId)?.path ?? 'top';
    told.push([`heatmap of ${name}`, heatmap.rows]);
    told.push([`its export of ${name}`, heatmapLines({ ...heatmap, filter: NO_FILTER })]);
    for (const row of heatmap.rows)
      for (const { dimension } of row.cells.slice(0, 2)) {
        const figure = `heatmap:${row.kind === 'direct' ? 'direct' : 'team'}:${row.id}:${dimension}:mean`;
        told.push([`why of ${row.name} ${dimension}`, await whyOf(ctx, { viewer, reach }, figure)]);
      }
  }
  const ai = await getAiReadiness(ctx, {
    ...{ viewer, reach, rows: 'occupation', teamId: null, siteId: null, asOf: null, since: null },
  });
  const { released } = ai;
  told.push(['AI-readiness', released], ['AI-readiness, live', ai.live]);
  if (released) {
    const rows = [released.total, ...released.rows];
    told.push(['its export', releasedLines({ ...released, rows })]);
    told.push(['its API', rows.map((row) => releasedResource(row, { ...released, isTotal: false }))]);
    for (const { id } of rows) told.push([`panel of ${id}`, await getReadinessDetail(ctx, ai, id ?? 'all')]);
  }
  return Object.fromEntries(told.map(([name, value]) => [name, figuresOf(value)]));
}

const NO_FILTER = { team: null, site: null, occupation: null, band: null, kind: null, available: null };

/** What is told, or that nothing is. */
async function whyOf(ctx: TenantContext, attacker: Attacker, figure: string): Promise<unknown> {
  try {
    return await getWhy(ctx, { ...attacker, figure, asOf: null });
  } catch (error) {
    if (isCadreError(error)) return error.kind;
    throw error;
  }
}

function figuresOf(value: unknown): string {
  return (JSON.stringify(value) ?? '')
    .replaceAll(/\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?/g, 'DAY')
    .replaceAll(/"(figuresOf|oldestOn)":(?:null|"DAY")/g, '"$1":DAY')
    .replaceAll(/"(release|id)":(\{[^}]*\}|"[^"]*")/g, '"$1":ID')
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID');
}
