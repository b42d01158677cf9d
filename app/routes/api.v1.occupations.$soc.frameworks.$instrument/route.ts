import { readQuery } from '~/http/api-query';
import { apiLoader } from '~/http/tenant-route.server';
import { frameworkQuery, frameworkSchema } from '~/modules/frameworks/queries/framework-schemas';
import { getFramework } from '~/modules/frameworks/queries/get-framework';
import { isInstrument } from '~/modules/frameworks/queries/is-instrument';
import { NotFound } from '~/shared/errors';

/** One framework with its statements by level and their citations. */
export const loader = apiLoader({ permission: 'catalogue:read' }, async ({ ctx, url, params }) => {
  const { version } = readQuery(url, frameworkQuery);
  const { soc = '', instrument = '' } = params;
  if (!isInstrument(instrument)) throw new NotFound('There is no such framework.');
  const question = { soc, instrument, ...(version === undefined ? {} : { version }) };
  return frameworkSchema.parse(await getFramework(ctx, question));
});
