import { apiAction } from '~/http/api-action.server';
import { NO_QUERY, readQuery } from '~/http/api-query';
import { withNextLink } from '~/http/next-link';
import { apiLoader } from '~/http/tenant-route.server';
import { addTeam } from '~/modules/people/commands/add-team';
import { newTeamBody, teamListQuery, teamListSchema, teamSchema } from '~/modules/people/domain/team-schemas';
import { getTeamResource, listTeamResources } from '~/modules/people/queries/list-team-resources';

/** The teams of a day that the token reads. */
export const loader = apiLoader({ permission: 'directory:read' }, async ({ ctx, viewer, reach, url }) => {
  const { items, next } = await listTeamResources(ctx, { viewer, reach, ...readQuery(url, teamListQuery) });
  return withNextLink(teamListSchema.parse({ items }), url, next);
});

/** Adds a team. */
export const action = apiAction(
  { permission: 'directory:write', body: newTeamBody },
  async ({ ctx, viewer, reach, url, body }) => {
    readQuery(url, NO_QUERY);
    const id = await addTeam(ctx, body);
    const team = teamSchema.parse(await getTeamResource(ctx, { viewer, reach, id }));
    const headers = { Location: `/api/v1/teams/${id}`, 'Cache-Control': 'no-store' };
    return Response.json(team, { status: 201, headers });
  },
);
