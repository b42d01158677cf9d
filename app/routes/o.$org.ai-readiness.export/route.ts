import { z } from 'zod';
import { readQuery } from '~/http/api-query';
import { downloadTable } from '~/http/table-download.server';
import { tenantLoader } from '~/http/tenant-route.server';
import { askForReleaseCuts } from '~/modules/capability/commands/ask-for-release-cuts';
import {
  liveLines,
  READINESS_COLUMNS,
  releasedLines,
} from '~/modules/capability/domain/ai-readiness/readiness-lines';
import { orderRows, READINESS_SORTS } from '~/modules/capability/domain/ai-readiness/readiness-order';
import { READINESS_ROWS } from '~/modules/capability/domain/ai-readiness/readiness-view';
import { getAiReadiness } from '~/modules/capability/queries/ai-readiness/get-ai-readiness';
import { recordExport } from '~/modules/organizations/commands/record-export';

const query = z.strictObject({
  format: z.enum(['csv', 'xlsx']).default('csv'),
  rows: z.enum(READINESS_ROWS).default('occupation'),
  sort: z.enum(READINESS_SORTS).default('people'),
  team: z.uuid().nullable().default(null),
  site: z.uuid().nullable().default(null),
  asOf: z.iso.date().nullable().default(null),
  since: z.iso.date().nullable().default(null),
});

/** The rows of the page as a file, with the same filters and the same suppression. */
export const loader = tenantLoader({ permission: 'heatmap:read' }, async ({ ctx, viewer, reach, url }) => {
  const { format, sort, team: teamId, site: siteId, ...asked } = readQuery(url, query);
  const view = await getAiReadiness(ctx, { viewer, reach, teamId, siteId, ...asked });
  askForReleaseCuts(ctx, view);
  const { live, released, asOf } = view;
  const rows = [
    ...(live ? liveLines({ ...live, rows: [live.total, ...orderRows(live.rows, sort)], asOf }) : []),
    ...(released ? releasedLines({ ...released, rows: [released.total, ...released.rows] }) : []),
  ];
  recordExport(ctx, { table: 'ai_readiness', format, rows: rows.length });
  return downloadTable(
    { name: `ai-readiness-${viewer.organization.slug}-${asOf}`, header: READINESS_COLUMNS, rows },
    format,
  );
});
