import { tenantLoader } from '~/http/tenant-route.server';
import { askForReleaseCuts } from '~/modules/capability/commands/ask-for-release-cuts';
import { filterWords } from '~/modules/capability/domain/heatmap-words';
import { viewLines, viewTitle } from '~/modules/capability/domain/view-words';
import { getHeatmap, sceneOf } from '~/modules/capability/queries/get-heatmap';
import { withTrend } from '~/modules/capability/queries/get-heatmap-change';
import { getHeatmapChoices } from '~/modules/capability/queries/get-heatmap-choices';
import { heatmapPicture } from '~/modules/capability/ui/heatmap-picture';
import { recordExport } from '~/modules/organizations/commands/record-export';
import { Forbidden } from '~/shared/errors';
import { shownMetric } from '../o.$org.heatmap/heatmap-links';
import { readHeatmapState } from '../o.$org.heatmap/heatmap-state';

/** People that a picture shows at most. */
const MOST_PEOPLE = 200;

/** The view of the page's address as an SVG: the same filters, the same day, the same suppression. */
export const loader = tenantLoader({ permission: 'heatmap:read' }, async ({ ctx, viewer, reach, url }) => {
  const { metric, since, cell: _cell, ...asked } = readHeatmapState(url.searchParams);
  const query = { ...asked, viewer, reach, limit: MOST_PEOPLE, after: null };
  const scene = await sceneOf(ctx, query);
  const found = await getHeatmap(ctx, query, scene);
  if (found.onlyByTeam) throw new Forbidden('Figures for your role are released by team, without filters.');
  const view = metric === 'trend' ? await withTrend(ctx, found, { query, since }) : found;
  askForReleaseCuts(ctx, view);
  const shown = shownMetric(view, metric);
  const { name, slug } = viewer.organization;
  const filters = filterWords(asked.filter, await getHeatmapChoices(ctx, query, scene));
  const picture = heatmapPicture({
    title: viewTitle(view, shown),
    lines: viewLines(view, name, filters),
    rows: view.rows,
    metric: shown,
  });
  recordExport(ctx, { table: 'heatmap', format: 'svg', rows: view.rows.length });
  return new Response(picture, {
    headers: {
      'Content-Type': 'image/svg+xml; charset=utf-8',
      'Content-Disposition': `attachment; filename="heatmap-${slug}-${view.asOf}.svg"`,
      'Cache-Control': 'no-store',
    },
  });
});
