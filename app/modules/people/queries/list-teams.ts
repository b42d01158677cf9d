import type { TenantContext } from '#db/tenancy';
import type { Reach } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { countPeopleByTeam } from '../data/team-people';
import { listTeamPlaces } from '../data/teams';
import { sumsBeneath } from '../domain/sight-changes';
import { type TeamNode, teamTree } from '../domain/team-tree';
import { teamsInReach } from './teams-in-reach';

export interface ListedTeam extends TeamNode {
  /** People directly in it, those who left not counted. */
  readonly direct: number;
  /** With all teams beneath that the viewer reads. */
  readonly people: number;
}

/** The teams of a day that the viewer reads, each after its parent, with people counted. */
export async function listTeams(
  ctx: TenantContext,
  question: { readonly viewer: Viewer; readonly reach: Reach; readonly asOf: string },
): Promise<ListedTeam[]> {
  const tree = teamTree(await listTeamPlaces(ctx), question.asOf);
  const teams = await teamsInReach(ctx, { ...question, tree });
  const direct = await countPeopleByTeam(ctx, question.asOf);
  const known = new Set(teams.map(({ teamId }) => teamId));
  const rooted = teams.map((team) => ({
    ...team,
    parentId: team.parentId !== null && known.has(team.parentId) ? team.parentId : null,
  }));
  const sums = sumsBeneath(rooted, direct);
  return rooted.map((team) => ({
    ...team,
    direct: direct.get(team.teamId) ?? 0,
    people: sums.get(team.teamId) ?? 0,
  }));
}
