import { apiAction } from '~/http/api-action.server';
import { NO_QUERY, readQuery } from '~/http/api-query';
import { apiLoader, type TenantArgs } from '~/http/tenant-route.server';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { writePositionPool } from '~/modules/people/commands/write-position-pool';
import { positionPoolSchema } from '~/modules/people/domain/position-parts-schemas';
import { getPosition } from '~/modules/people/queries/get-position';
import { NotFound } from '~/shared/errors';

async function found({ ctx, viewer, reach, params }: TenantArgs) {
  const today = await organizationDay(ctx);
  const question = { viewer, reach, asOf: today, withCandidates: false };
  const { id, pool } = await getPosition(ctx, { ...question, positionId: params['id'] ?? '' });
  if (!pool) throw new NotFound('There is no such position in this organization.');
  return { id, today, pool };
}

/** From where a post may be filled. */
export const loader = apiLoader({ permission: 'directory:read' }, async (args) => {
  readQuery(args.url, NO_QUERY);
  return positionPoolSchema.parse((await found(args)).pool);
});

/** Writes the filters, all of them; people entered by hand stay. */
export const action = apiAction(
  { permission: 'directory:write', method: 'PUT', body: positionPoolSchema },
  async (args) => {
    readQuery(args.url, NO_QUERY);
    const { id, today } = await found(args);
    await writePositionPool(args.ctx, { positionId: id, filters: args.body, candidates: undefined, today });
    return positionPoolSchema.parse((await found(args)).pool);
  },
);
