import { apiAction } from '~/http/api-action.server';
import { readQuery } from '~/http/api-query';
import { withNextLink } from '~/http/next-link';
import { apiLoader } from '~/http/tenant-route.server';
import {
  anyMapping,
  mappingsAnswer,
  mappingsQuery,
} from '~/modules/occupations/domain/mapping/mapping-schemas';
import { listMappings } from '~/modules/occupations/queries/list-mappings';
import { Forbidden } from '~/shared/errors';

/** The titles that people have, with the occupations that they are or may be. */
export const loader = apiLoader({ permission: 'mapping:write' }, async ({ ctx, viewer, url }) => {
  const { items, next } = await listMappings(ctx, viewer, readQuery(url, mappingsQuery));
  return withNextLink(mappingsAnswer.parse({ items }), url, next);
});

/** Refused whatever is sent: nothing is mapped without a person's confirmation (method 10). */
export const action = apiAction({ permission: 'mapping:write', body: anyMapping }, async () => {
  throw new Forbidden('A mapping is confirmed by a person, in the mapping inbox. A token cannot.');
});
