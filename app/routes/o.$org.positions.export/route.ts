import { z } from 'zod';
import { readQuery } from '~/http/api-query';
import { downloadTable } from '~/http/table-download.server';
import { tenantLoader } from '~/http/tenant-route.server';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { exportPositions } from '~/modules/people/commands/export-positions';

const query = z.strictObject({ format: z.enum(['csv', 'xlsx']).default('csv') });

/** The posts in the viewer's reach as a file that can be imported again; each role the columns that it reads. */
export const loader = tenantLoader({ permission: 'directory:read' }, async ({ ctx, viewer, reach, url }) => {
  const { format } = readQuery(url, query);
  const asOf = await organizationDay(ctx);
  return downloadTable(await exportPositions(ctx, { viewer, reach, asOf }), format);
});
