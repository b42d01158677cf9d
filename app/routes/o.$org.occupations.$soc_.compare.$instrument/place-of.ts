import type { TenantArgs } from '~/http/tenant-route.server';
import { isInstrument } from '~/modules/frameworks/queries/is-instrument';
import { NotFound } from '~/shared/errors';

/** The occupation and instrument of the address. Throws NotFound where there is no such instrument. */
export function placeOf({ params }: Pick<TenantArgs, 'params'>) {
  const { soc = '', instrument = '' } = params;
  if (!isInstrument(instrument)) throw new NotFound('There is no such framework.');
  return { soc, instrument };
}
