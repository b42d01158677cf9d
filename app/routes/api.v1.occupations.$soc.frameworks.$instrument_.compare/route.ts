import { readQuery } from '~/http/api-query';
import { apiLoader } from '~/http/tenant-route.server';
import { compareFrameworks } from '~/modules/frameworks/queries/compare-frameworks';
import { comparisonQuery } from '~/modules/frameworks/queries/comparison-schemas';
import { isInstrument } from '~/modules/frameworks/queries/is-instrument';
import { toComparisonResource } from '~/modules/frameworks/queries/to-comparison-resource';
import { NotFound } from '~/shared/errors';

/** Two versions of a framework: what stayed, was reworded, moved, added and removed. */
export const loader = apiLoader({ permission: 'catalogue:read' }, async ({ ctx, url, params }) => {
  const versions = readQuery(url, comparisonQuery);
  const { soc = '', instrument = '' } = params;
  if (!isInstrument(instrument)) throw new NotFound('There is no such framework.');
  return toComparisonResource(await compareFrameworks(ctx, { soc, instrument, ...versions }));
});
