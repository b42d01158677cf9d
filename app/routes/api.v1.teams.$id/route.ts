import { apiAction } from '~/http/api-action.server';
import { NO_QUERY, readQuery } from '~/http/api-query';
import { apiLoader } from '~/http/tenant-route.server';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { changeTeamResource } from '~/modules/people/commands/change-team-resource';
import { teamPatchBody, teamSchema } from '~/modules/people/domain/team-schemas';
import { getTeamResource } from '~/modules/people/queries/list-team-resources';

/** One team as it stands today. */
export const loader = apiLoader(
  { permission: 'directory:read' },
  async ({ ctx, viewer, reach, url, params }) => {
    readQuery(url, NO_QUERY);
    return teamSchema.parse(await getTeamResource(ctx, { viewer, reach, id: params['id'] ?? '' }));
  },
);

/** Renames a team, moves it, closes it from a day or opens it again. */
export const action = apiAction(
  { permission: 'directory:write', method: 'PATCH', body: teamPatchBody },
  async ({ ctx, viewer, reach, url, params, body }) => {
    readQuery(url, NO_QUERY);
    const { id: teamId } = await getTeamResource(ctx, { viewer, reach, id: params['id'] ?? '' });
    await changeTeamResource(ctx, { teamId, body, today: await organizationDay(ctx) });
    return teamSchema.parse(await getTeamResource(ctx, { viewer, reach, id: teamId }));
  },
);
