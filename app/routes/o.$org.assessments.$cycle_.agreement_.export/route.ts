import { z } from 'zod';
import { readQuery } from '~/http/api-query';
import { downloadTable } from '~/http/table-download.server';
import { tenantLoader } from '~/http/tenant-route.server';
import { exportAgreement } from '~/modules/capability/commands/export-agreement';

const query = z.strictObject({ format: z.enum(['csv', 'xlsx']).default('csv') });

/** How far the raters of a cycle agree, by dimension and pair, as a file. */
export const loader = tenantLoader(
  { permission: 'cycles:run' },
  async ({ ctx, viewer, reach, params, url }) => {
    const { format } = readQuery(url, query);
    const cycleId = params['cycle'] ?? '';
    return downloadTable(await exportAgreement(ctx, { viewer, reach, cycleId, format }), format);
  },
);
