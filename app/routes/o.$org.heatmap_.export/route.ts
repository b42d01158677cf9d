import { downloadTable } from '~/http/table-download.server';
import { tenantLoader } from '~/http/tenant-route.server';
import { askForReleaseCuts } from '~/modules/capability/commands/ask-for-release-cuts';
import { HEATMAP_COLUMNS, heatmapLines } from '~/modules/capability/domain/heatmap-lines';
import { getWholeHeatmap } from '~/modules/capability/queries/get-whole-heatmap';
import { recordExport } from '~/modules/organizations/commands/record-export';
import { Forbidden } from '~/shared/errors';
import { readHeatmapState } from '../o.$org.heatmap/heatmap-state';

/** The view of the page's address as a file: the same filters, the same day, the same suppression; people to the last. */
export const loader = tenantLoader({ permission: 'heatmap:read' }, async ({ ctx, viewer, reach, url }) => {
  const { parentId, rows: kind, filter, asOf, order, directOnly } = readHeatmapState(url.searchParams);
  const format = url.searchParams.get('format') === 'xlsx' ? 'xlsx' : 'csv';
  const asked = { parentId, rows: kind, filter, asOf, order, directOnly };
  const view = await getWholeHeatmap(ctx, { ...asked, viewer, reach });
  if (view.onlyByTeam) throw new Forbidden('Figures for your role are released by team, without filters.');
  askForReleaseCuts(ctx, view);
  const rows = heatmapLines({ ...view, filter });
  recordExport(ctx, { table: 'heatmap', format, rows: rows.length });
  const name = `heatmap-${viewer.organization.slug}-${view.asOf}`;
  return downloadTable({ name, header: HEATMAP_COLUMNS, rows }, format);
});
