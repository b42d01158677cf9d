import type { TenantArgs } from '~/http/tenant-route.server';
import { occupationTitles } from '~/modules/occupations/queries/occupation-titles';
import { reachOf } from '~/modules/organizations/domain/permissions';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { listPositions } from '~/modules/people/queries/list-positions';
import { listSites } from '~/modules/people/queries/list-sites';
import { teamsInReach } from '~/modules/people/queries/teams-in-reach';
import { readPositionState } from './read-position-state.server';

const PAGE = 100;

/** A page of the posts that the viewer meets, with what narrows the list. */
export async function loadPositions({ ctx, viewer, reach, url }: TenantArgs) {
  const { filter, page } = readPositionState(url.searchParams);
  const asOf = await organizationDay(ctx);
  const found = await listPositions(ctx, { viewer, reach, filter, asOf });
  const rows = found.slice((page - 1) * PAGE, page * PAGE);
  const tree = await getTeamTree(ctx, asOf);
  const teams = await teamsInReach(ctx, { viewer, reach, tree, asOf });
  return {
    rows,
    titles: await occupationTitles(
      ctx,
      rows.flatMap(({ soc }) => soc ?? []),
    ),
    total: found.length,
    filter,
    page,
    pages: Math.max(1, Math.ceil(found.length / PAGE)),
    teams: teams.map(({ teamId, path }) => ({ teamId, path })),
    sites: reach === 'all' || reach === 'subtree' ? await listSites(ctx, asOf) : [],
    detailed: reach === 'all' || reach === 'subtree',
    mayWrite: reachOf(viewer.role, 'directory:write') !== 'none',
    imported: /^\d{1,6}$/u.test(url.searchParams.get('imported') ?? '')
      ? Number(url.searchParams.get('imported'))
      : null,
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  };
}
