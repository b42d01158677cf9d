import { apiAction } from '~/http/api-action.server';
import { NO_QUERY, readQuery } from '~/http/api-query';
import { apiLoader, type TenantArgs } from '~/http/tenant-route.server';
import { changeRequirement } from '~/modules/capability/commands/change-requirement';
import {
  requirementPatchBody,
  requirementSchema,
} from '~/modules/capability/domain/requirements/api-schemas';
import { getRequirement } from '~/modules/capability/queries/get-requirement';
import { toRequirementResource } from '~/modules/capability/queries/to-requirement-resource';
import { InvalidInput } from '~/shared/errors';

async function found({ ctx, viewer, params }: Pick<TenantArgs, 'ctx' | 'viewer' | 'params'>) {
  return getRequirement(ctx, { viewer, requirementId: params['id'] ?? '', group: null });
}

/** One requirement; of what is over the last period. */
export const loader = apiLoader({ permission: 'requirements:read' }, async (args) => {
  readQuery(args.url, NO_QUERY);
  const { requirement, seesStates } = await found(args);
  return requirementSchema.parse(toRequirementResource(requirement, seesStates));
});

/** Changes it from a day on, or ends it. */
export const action = apiAction(
  { permission: 'catalogue:write', method: 'PATCH', body: requirementPatchBody },
  async ({ body: { validFrom, validTo, ...changes }, ...args }) => {
    const { requirement, today } = await found(args);
    const { requirementId } = requirement;
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    if (validTo !== undefined && (validFrom !== undefined || Object.keys(given).length > 0))
      throw new InvalidInput('The body is not right.', [
        { pointer: '/validTo', detail: 'ends the requirement: nothing else can be changed with it' },
      ]);
    const change =
      validTo === undefined ? { facts: given, from: validFrom ?? today } : { facts: null, from: validTo };
    await changeRequirement(args.ctx, { requirementId, ...change });
    return { id: requirementId };
  },
);
