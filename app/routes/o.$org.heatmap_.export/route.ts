import type { TenantContext } from '#db/tenancy';
import { downloadTable } from '~/http/table-download.server';
import { tenantLoader } from '~/http/tenant-route.server';
import { askForReleaseCuts } from '~/modules/capability/commands/ask-for-release-cuts';
import { HEATMAP_COLUMNS, heatmapLines } from '~/modules/capability/domain/heatmap-lines';
import { getHeatmap, type Heatmap, type HeatmapQuery } from '~/modules/capability/queries/get-heatmap';
import { recordExport } from '~/modules/organizations/commands/record-export';
import { Forbidden } from '~/shared/errors';
import { readHeatmapState } from '../o.$org.heatmap/heatmap-state';

const PART = 1_000;

/** The view of the page's address as a file: the same filters, the same day, the same suppression; people to the last. */
export const loader = tenantLoader({ permission: 'heatmap:read' }, async ({ ctx, viewer, reach, url }) => {
  const { offset: _offset, ...state } = readHeatmapState(url.searchParams);
  const format = url.searchParams.get('format') === 'xlsx' ? 'xlsx' : 'csv';
  const view = await wholeView(ctx, { ...state, viewer, reach, limit: PART, after: null });
  if (view.onlyByTeam) throw new Forbidden('Figures for your role are released by team, without filters.');
  askForReleaseCuts(ctx, view);
  const rows = heatmapLines({ ...view, filter: state.filter });
  recordExport(ctx, { table: 'heatmap', format, rows: rows.length });
  const name = `heatmap-${viewer.organization.slug}-${view.asOf}`;
  return downloadTable({ name, header: HEATMAP_COLUMNS, rows }, format);
});

/** A list of people part by part, any other view at once. */
async function wholeView(ctx: TenantContext, query: HeatmapQuery): Promise<Heatmap> {
  const view = await getHeatmap(ctx, query);
  const rows = [...view.rows];
  while (view.total !== null && rows.length < view.total) {
    const part = await getHeatmap(ctx, { ...query, offset: rows.length });
    if (part.rows.length === 0) break;
    rows.push(...part.rows);
  }
  return { ...view, rows };
}
