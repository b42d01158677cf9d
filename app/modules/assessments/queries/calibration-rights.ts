import type { TenantContext } from '#db/tenancy';
import { reachOf } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { listSubtreeTeamIds } from '~/modules/people/queries/list-subtree-team-ids';
import { listTeamsOfPeople } from '~/modules/people/queries/list-teams-of-people';

type Calibrator = Pick<Viewer, 'kind' | 'role' | 'teamScope'>;

/** Whose ratings the viewer may settle, oneself not left out: null means everybody's. */
export async function calibratedPeople(
  ctx: TenantContext,
  viewer: Calibrator,
  { people, day }: { readonly people: readonly string[]; readonly day: string },
): Promise<ReadonlySet<string> | null> {
  const reach = viewer.kind === 'user' ? reachOf(viewer.role, 'cycles:run') : 'none';
  if (reach === 'all') return null;
  if (reach !== 'subtree') return new Set();
  const teams = new Set(await listSubtreeTeamIds(ctx, viewer.teamScope, day));
  const placed = await listTeamsOfPeople(ctx, people, day);
  return new Set(placed.filter(({ teamId }) => teams.has(teamId)).map(({ employeeId }) => employeeId));
}
