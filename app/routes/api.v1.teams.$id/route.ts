import { apiAction } from '~/http/api-action.server';
import { NO_QUERY, readQuery } from '~/http/api-query';
import { apiLoader } from '~/http/tenant-route.server';
import { moveTeam } from '~/modules/people/commands/move-team';
import { renameTeam } from '~/modules/people/commands/rename-team';
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

/** Renames a team, moves it, or both. */
export const action = apiAction(
  { permission: 'directory:write', method: 'PATCH', body: teamPatchBody },
  async ({ ctx, viewer, reach, url, params, body: { name, parentId } }) => {
    readQuery(url, NO_QUERY);
    const { id: teamId } = await getTeamResource(ctx, { viewer, reach, id: params['id'] ?? '' });
    if (parentId !== undefined) await moveTeam(ctx, { teamId, parentId });
    if (name !== undefined) await renameTeam(ctx, { teamId, name });
    return teamSchema.parse(await getTeamResource(ctx, { viewer, reach, id: teamId }));
  },
);
