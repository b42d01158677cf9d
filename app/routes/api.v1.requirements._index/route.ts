import { apiAction } from '~/http/api-action.server';
import { NO_QUERY, readQuery } from '~/http/api-query';
import { apiLoader } from '~/http/tenant-route.server';
import { addRequirement } from '~/modules/capability/commands/change-requirement';
import { requirementBody, requirementListSchema } from '~/modules/capability/domain/requirements/api-schemas';
import { getMethod } from '~/modules/capability/queries/get-method';
import { listRequirements } from '~/modules/capability/queries/list-requirements';
import { toRequirementResource } from '~/modules/capability/queries/to-requirement-resource';

/** What groups are asked to have, by name, with states where the token is told any. */
export const loader = apiLoader({ permission: 'requirements:read' }, async ({ ctx, viewer, url }) => {
  readQuery(url, NO_QUERY);
  const { asOf, seesStates, items } = await listRequirements(ctx, viewer);
  const resources = items.map((item) => toRequirementResource(item, seesStates));
  return requirementListSchema.parse({ asOf, items: resources });
});

/** Adds one. */
export const action = apiAction(
  { permission: 'catalogue:write', body: requirementBody },
  async ({ ctx, body: { validFrom, ...facts } }) => {
    const { today } = await getMethod(ctx);
    const id = await addRequirement(ctx, { facts, from: validFrom ?? today });
    const headers = { Location: `/api/v1/requirements/${id}`, 'Cache-Control': 'no-store' };
    return Response.json({ id }, { status: 201, headers });
  },
);
