import { z } from 'zod';
import { readQuery } from '~/http/api-query';
import { downloadTable } from '~/http/table-download.server';
import { tenantLoader } from '~/http/tenant-route.server';
import { recordExport } from '~/modules/organizations/commands/record-export';
import { listTeamLines } from '~/modules/people/queries/list-team-lines';
import { isDay } from '~/shared/calendar-day';

const query = z.strictObject({
  format: z.enum(['csv', 'xlsx']).default('csv'),
  asOf: z.string().refine(isDay, 'is no day written as YYYY-MM-DD').optional(),
});

/** The teams of a day in the viewer's reach, with people counted. */
export const loader = tenantLoader({ permission: 'directory:read' }, async ({ ctx, viewer, reach, url }) => {
  const { format, asOf = null } = readQuery(url, query);
  const table = await listTeamLines(ctx, { viewer, reach, asOf });
  recordExport(ctx, { table: 'teams', format, rows: table.rows.length });
  return downloadTable(table, format);
});
