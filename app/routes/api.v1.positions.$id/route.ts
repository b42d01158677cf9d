import { apiAction } from '~/http/api-action.server';
import { NO_QUERY, readQuery } from '~/http/api-query';
import { apiLoader, type TenantArgs } from '~/http/tenant-route.server';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { changePositionResource } from '~/modules/people/commands/write-position-resource';
import { positionChangeBody } from '~/modules/people/domain/position-schemas';
import { getPosition } from '~/modules/people/queries/get-position';
import { toPositionResources } from '~/modules/people/queries/to-position-resources';

async function resource({ ctx, viewer, reach, params }: TenantArgs) {
  const asOf = await organizationDay(ctx);
  const question = { viewer, reach, asOf, withCandidates: false };
  const positions = [await getPosition(ctx, { ...question, positionId: params['id'] ?? '' })];
  const [item] = await toPositionResources(ctx, viewer, { positions, asOf });
  return item;
}

/** One post. */
export const loader = apiLoader({ permission: 'directory:read' }, async (args) => {
  readQuery(args.url, NO_QUERY);
  return resource(args);
});

/** Changes one post: what is not sent stays. */
export const action = apiAction(
  { permission: 'directory:write', method: 'PATCH', body: positionChangeBody },
  async (args) => {
    const { ctx, viewer, reach, params, body } = args;
    const today = await organizationDay(ctx);
    const question = { viewer, reach, asOf: today, withCandidates: false };
    const { id } = await getPosition(ctx, { ...question, positionId: params['id'] ?? '' });
    await changePositionResource(ctx, { positionId: id, body }, { viewer, today });
    return resource(args);
  },
);
