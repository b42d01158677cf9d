import { z } from 'zod';
import { readQuery } from '~/http/api-query';
import { downloadTable } from '~/http/table-download.server';
import { tenantLoader } from '~/http/tenant-route.server';
import { exportObservations } from '~/modules/assessments/commands/export-observations';

const query = z.strictObject({ format: z.enum(['csv', 'xlsx']).default('csv') });

/** The observations within the viewer's reach as a file that can be imported again. */
export const loader = tenantLoader({ permission: 'cycles:run' }, async ({ ctx, viewer, url }) => {
  const { format } = readQuery(url, query);
  return downloadTable(await exportObservations(ctx, viewer, format), format);
});
