import { z } from 'zod';
import { readQuery } from '~/http/api-query';
import { downloadTable } from '~/http/table-download.server';
import { tenantLoader } from '~/http/tenant-route.server';
import { getMethod } from '~/modules/capability/queries/get-method';
import { recordExport } from '~/modules/organizations/commands/record-export';
import { TARGET_COLUMNS } from '~/modules/people/domain/target-row';
import { listWrittenTargets } from '~/modules/people/queries/list-written-targets';

const query = z.strictObject({ format: z.enum(['csv', 'xlsx']).default('csv') });

/** The written target profiles of today as a file; imported again, it changes nothing. */
export const loader = tenantLoader({ permission: 'catalogue:read' }, async ({ ctx, viewer, url }) => {
  const { format } = readQuery(url, query);
  const { today } = await getMethod(ctx);
  const rows = await listWrittenTargets(ctx, today);
  recordExport(ctx, { table: 'targets', format, rows: rows.length });
  return downloadTable(
    {
      name: `targets-${viewer.organization.slug}-${today}`,
      header: [...TARGET_COLUMNS.required, ...TARGET_COLUMNS.optional],
      rows: rows.map(({ soc, roleBand, dimension, level, weight, critical }) => [
        ...[soc, roleBand, dimension, level, weight],
        critical ? 'yes' : 'no',
      ]),
    },
    format,
  );
});
