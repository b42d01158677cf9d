import { z } from 'zod';
import { readQuery } from '~/http/api-query';
import { downloadTable } from '~/http/table-download.server';
import { tenantLoader } from '~/http/tenant-route.server';
import { INBOX_FILTERS } from '~/modules/occupations/domain/mapping/mapping-state';
import { listMappingLines } from '~/modules/occupations/queries/list-mapping-lines';
import { recordExport } from '~/modules/organizations/commands/record-export';

const query = z.strictObject({
  format: z.enum(['csv', 'xlsx']).default('csv'),
  show: z.enum(INBOX_FILTERS).default('review'),
  query: z.string().max(200).default(''),
});

/** The titles that the inbox lists, with what is known of each. */
export const loader = tenantLoader({ permission: 'mapping:write' }, async ({ ctx, url }) => {
  const { format, show: filter, query: words } = readQuery(url, query);
  const table = await listMappingLines(ctx, { filter, query: words });
  recordExport(ctx, { table: 'mappings', format, rows: table.rows.length });
  return downloadTable(table, format);
});
