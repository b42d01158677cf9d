import type { TenantContext } from '#db/tenancy';
import { reachOf } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { listSubtreeTeamIds } from '~/modules/people/queries/list-subtree-team-ids';
import { listTeamsOfPeople } from '~/modules/people/queries/list-teams-of-people';

type Calibrator = Pick<Viewer, 'kind' | 'role' | 'teamScope'>;

/** The teams of whose people the viewer may settle ratings on a day, oneself not left out: null means all. */
export async function calibratedTeams(
  ctx: TenantContext,
  viewer: Calibrator,
  day: string,
): Promise<string[] | null> {
  const reach = viewer.kind === 'user' ? reachOf(viewer.role, 'cycles:run') : 'none';
  if (reach === 'all') return null;
  return reach === 'subtree' ? [...(await listSubtreeTeamIds(ctx, viewer.teamScope, day))] : [];
}

/** Whose ratings the viewer may settle, oneself not left out: null means everybody's. */
export async function calibratedPeople(
  ctx: TenantContext,
  viewer: Calibrator,
  { people, day }: { readonly people: readonly string[]; readonly day: string },
): Promise<ReadonlySet<string> | null> {
  const teamIds = await calibratedTeams(ctx, viewer, day);
  if (teamIds === null) return null;
  const teams = new Set(teamIds);
  const placed = teams.size > 0 ? await listTeamsOfPeople(ctx, people, day) : [];
  return new Set(placed.filter(({ teamId }) => teams.has(teamId)).map(({ employeeId }) => employeeId));
}
