import { tenantLoader } from '~/http/tenant-route.server';
import { exportFrameworkCsv } from '~/modules/frameworks/queries/export-framework-csv';
import { isInstrument } from '~/modules/frameworks/queries/is-instrument';
import { NotFound } from '~/shared/errors';

/** Spreadsheets take a file for UTF-8 when it begins with this. */
const BYTE_ORDER_MARK = '\ufeff';

/** A framework as a CSV file, at `mastery.csv`, `ai_use.csv` or `durable.csv`; without a version the one that counts. */
export const loader = tenantLoader({ permission: 'catalogue:read' }, async ({ ctx, params, url }) => {
  const instrument = /^(.+)\.csv$/u.exec(params['file'] ?? '')?.[1] ?? '';
  if (!isInstrument(instrument)) throw new NotFound('There is no such framework.');
  const version = url.searchParams.get('version');
  const { name, text } = await exportFrameworkCsv(ctx, {
    soc: params['soc'] ?? '',
    instrument,
    ...(version === null ? {} : { version }),
  });
  return new Response(`${BYTE_ORDER_MARK}${text}`, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  });
});
