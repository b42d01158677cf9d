import { downloadTable } from '~/http/table-download.server';
import { tenantLoader } from '~/http/tenant-route.server';
import { exportRejectedRows } from '~/modules/people/commands/export-rejected-rows';

/** The rejected rows of an import as a file: the file's own columns, then the line and the reason. */
export const loader = tenantLoader(
  { permission: 'directory:write' },
  async ({ ctx, viewer, params, url }) => {
    const table = await exportRejectedRows(ctx, viewer, params['id'] ?? '');
    return downloadTable(table, url.searchParams.get('format') === 'xlsx' ? 'xlsx' : 'csv');
  },
);
