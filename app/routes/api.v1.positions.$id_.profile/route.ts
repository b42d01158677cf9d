import { apiAction } from '~/http/api-action.server';
import { NO_QUERY, readQuery } from '~/http/api-query';
import { apiLoader, type TenantArgs } from '~/http/tenant-route.server';
import { DIMENSIONS, isDimension } from '~/modules/frameworks/domain/dimension';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { writeProfileResource } from '~/modules/people/commands/write-profile-resource';
import {
  positionProfileAnswer,
  positionProfileBody,
  positionProfileSchema,
} from '~/modules/people/domain/position-parts-schemas';
import { getPosition } from '~/modules/people/queries/get-position';
import { InvalidInput } from '~/shared/errors';

async function found({ ctx, viewer, reach, params }: TenantArgs) {
  const today = await organizationDay(ctx);
  const question = { viewer, reach, asOf: today, withCandidates: false };
  return { today, position: await getPosition(ctx, { ...question, positionId: params['id'] ?? '' }) };
}

async function resource(args: TenantArgs) {
  const { profile, profileChangesOn } = (await found(args)).position;
  const dimensions = DIMENSIONS.flatMap((name) => profile.filter(({ dimension }) => dimension === name));
  return positionProfileSchema.parse({ dimensions, changesOn: profileChangesOn });
}

/** What a post itself asks for today. */
export const loader = apiLoader({ permission: 'directory:read' }, async (args) => {
  readQuery(args.url, NO_QUERY);
  return resource(args);
});

/** Writes the whole of it from a day on; why a dimension is job-related is said by a person. */
export const action = apiAction(
  { permission: 'directory:write', method: 'PUT', body: positionProfileBody },
  async (args) => {
    readQuery(args.url, NO_QUERY);
    const { ctx, body } = args;
    const faults = body.dimensions.flatMap(({ dimension }, at) =>
      isDimension(dimension)
        ? []
        : [{ pointer: `/dimensions/${at}/dimension`, detail: 'There is no such dimension.' }],
    );
    if (faults.length > 0) throw new InvalidInput('The body is not right.', faults);
    const { today, position } = await found(args);
    const warnings = await writeProfileResource(ctx, { positionId: position.id, body, today });
    return positionProfileAnswer.parse({ ...(await resource(args)), warnings });
  },
);
