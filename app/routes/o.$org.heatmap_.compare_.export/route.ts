import { downloadTable } from '~/http/table-download.server';
import { tenantLoader } from '~/http/tenant-route.server';
import { askForReleaseCuts } from '~/modules/capability/commands/ask-for-release-cuts';
import { COMPARISON_COLUMNS, comparisonLines } from '~/modules/capability/domain/comparison-lines';
import { getGroupComparison } from '~/modules/capability/queries/get-group-comparison';
import { recordExport } from '~/modules/organizations/commands/record-export';
import { NotFound } from '~/shared/errors';
import { readComparisonState } from '../o.$org.heatmap_.compare/comparison-state';

/** The comparison of the page's address as a file, with what the reader sees of both groups. */
export const loader = tenantLoader({ permission: 'heatmap:read' }, async ({ ctx, viewer, reach, url }) => {
  const { rows: kind, filter, asOf, ids } = readComparisonState(url.searchParams);
  const format = url.searchParams.get('format') === 'xlsx' ? 'xlsx' : 'csv';
  if (!ids) throw new NotFound('Two groups are needed.');
  const found = await getGroupComparison(ctx, { viewer, reach, rows: kind, filter, asOf, ids });
  askForReleaseCuts(ctx, found.view);
  const rows = comparisonLines({
    ...{ asOf: found.view.asOf, filter, differences: found.differences },
    ...{ first: found.first.row, second: found.second.row },
  });
  recordExport(ctx, { table: 'heatmap', format, rows: rows.length });
  const name = `comparison-${viewer.organization.slug}-${found.view.asOf}`;
  return downloadTable({ name, header: COMPARISON_COLUMNS, rows }, format);
});
