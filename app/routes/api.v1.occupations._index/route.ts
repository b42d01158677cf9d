import { readQuery } from '~/http/api-query';
import { withNextLink } from '~/http/next-link';
import { apiLoader } from '~/http/tenant-route.server';
import { occupationListQuery, occupationListSchema } from '~/modules/occupations/domain/api-schemas';
import { listOccupations } from '~/modules/occupations/queries/list-occupations';

/** Occupations by code, by the beginning of a code or by words of the title. */
export const loader = apiLoader({ permission: 'catalogue:read' }, async ({ ctx, url }) => {
  const { items, next } = await listOccupations(ctx, readQuery(url, occupationListQuery));
  return withNextLink(occupationListSchema.parse({ items }), url, next);
});
