import { apiAction } from '~/http/api-action.server';
import { readQuery } from '~/http/api-query';
import { withNextLink } from '~/http/next-link';
import { apiLoader } from '~/http/tenant-route.server';
import { addRequirement } from '~/modules/capability/commands/change-requirement';
import {
  requirementBody,
  requirementListQuery,
  requirementListSchema,
} from '~/modules/capability/domain/requirements/api-schemas';
import { getMethod } from '~/modules/capability/queries/get-method';
import { listRequirementPage } from '~/modules/capability/queries/list-requirement-page';

/** What groups are asked to have, by id; states are told with each by itself. */
export const loader = apiLoader({ permission: 'requirements:read' }, async ({ ctx, viewer, url }) => {
  const { limit, cursor = null } = readQuery(url, requirementListQuery);
  const { items, next } = await listRequirementPage(ctx, { viewer, limit, cursor });
  const resources = items.map(({ requirementId: id, ...facts }) => ({ id, ...facts }));
  return withNextLink(requirementListSchema.parse({ items: resources }), url, next);
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
