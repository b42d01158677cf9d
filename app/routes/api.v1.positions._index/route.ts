import { apiAction } from '~/http/api-action.server';
import { readQuery } from '~/http/api-query';
import { withNextLink } from '~/http/next-link';
import { apiLoader } from '~/http/tenant-route.server';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { addPositionResource } from '~/modules/people/commands/write-position-resource';
import { newPositionBody, positionListQuery } from '~/modules/people/domain/position-schemas';
import { getPosition } from '~/modules/people/queries/get-position';
import { listPositionPage } from '~/modules/people/queries/list-positions';
import { toPositionResources } from '~/modules/people/queries/to-position-resources';

/** The posts in the token's reach, by id. */
export const loader = apiLoader({ permission: 'directory:read' }, async ({ ctx, viewer, reach, url }) => {
  const { limit, cursor, ...filter } = readQuery(url, positionListQuery);
  const asOf = await organizationDay(ctx);
  const page = { cursor: cursor ?? null, limit };
  const { positions, next } = await listPositionPage(ctx, { viewer, reach, filter, asOf }, page);
  const items = await toPositionResources(ctx, viewer, { positions, asOf });
  return withNextLink({ items }, url, next);
});

/** Adds a post. */
export const action = apiAction(
  { permission: 'directory:write', body: newPositionBody },
  async ({ ctx, viewer, reach, body }) => {
    const today = await organizationDay(ctx);
    const positionId = await addPositionResource(ctx, body, { viewer, today });
    const question = { viewer, reach, asOf: today, withCandidates: false, positionId };
    const positions = [await getPosition(ctx, question)];
    const [item] = await toPositionResources(ctx, viewer, { positions, asOf: today });
    const headers = { Location: `/api/v1/positions/${positionId}`, 'Cache-Control': 'no-store' };
    return Response.json(item, { status: 201, headers });
  },
);
