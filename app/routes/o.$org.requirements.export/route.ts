import { z } from 'zod';
import { readQuery } from '~/http/api-query';
import { downloadTable } from '~/http/table-download.server';
import { tenantLoader } from '~/http/tenant-route.server';
import { listRequirementLines } from '~/modules/capability/queries/list-requirement-lines';
import { recordExport } from '~/modules/organizations/commands/record-export';

const query = z.strictObject({ format: z.enum(['csv', 'xlsx']).default('csv') });

/** What groups are asked to have; with the state of each group for who sees it. */
export const loader = tenantLoader({ permission: 'requirements:read' }, async ({ ctx, viewer, url }) => {
  const { format } = readQuery(url, query);
  const table = await listRequirementLines(ctx, viewer);
  recordExport(ctx, { table: 'requirements', format, rows: table.rows.length });
  return downloadTable(table, format);
});
