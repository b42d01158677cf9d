import { readQuery } from '~/http/api-query';
import { apiLoader } from '~/http/tenant-route.server';
import { exportFrameworkCsv } from '~/modules/frameworks/queries/export-framework-csv';
import { frameworkQuery, frameworkSchema } from '~/modules/frameworks/queries/framework-schemas';
import { getFramework } from '~/modules/frameworks/queries/get-framework';
import { isInstrument } from '~/modules/frameworks/queries/is-instrument';
import { NotFound } from '~/shared/errors';

/** One framework with its statements by level and their citations, as JSON or as a CSV file. */
export const loader = apiLoader({ permission: 'catalogue:read' }, async ({ ctx, url, params }) => {
  const { version, format } = readQuery(url, frameworkQuery);
  const { soc = '', instrument = '' } = params;
  if (!isInstrument(instrument)) throw new NotFound('There is no such framework.');
  const question = { soc, instrument, ...(version === undefined ? {} : { version }) };
  if (format !== 'csv') return frameworkSchema.parse(await getFramework(ctx, question));
  const { text } = await exportFrameworkCsv(ctx, question);
  const headers = { 'Content-Type': 'text/csv; charset=utf-8', 'Cache-Control': 'no-store' };
  return new Response(text, { headers });
});
