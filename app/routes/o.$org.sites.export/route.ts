import { z } from 'zod';
import { readQuery } from '~/http/api-query';
import { downloadTable } from '~/http/table-download.server';
import { tenantLoader } from '~/http/tenant-route.server';
import { getMethod } from '~/modules/capability/queries/get-method';
import { recordExport } from '~/modules/organizations/commands/record-export';
import { listSiteLines } from '~/modules/people/queries/list-site-lines';

const query = z.strictObject({ format: z.enum(['csv', 'xlsx']).default('csv') });

/** The sites, with people counted for who reads everybody. */
export const loader = tenantLoader({ permission: 'directory:read' }, async ({ ctx, reach, url }) => {
  const { format } = readQuery(url, query);
  const { today: asOf } = await getMethod(ctx);
  const table = await listSiteLines(ctx, { reach, asOf });
  recordExport(ctx, { table: 'sites', format, rows: table.rows.length });
  return downloadTable(table, format);
});
