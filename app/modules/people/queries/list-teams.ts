import type { TenantContext } from '#db/tenancy';
import type { Reach } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { countPeopleByTeam } from '../data/team-people';
import { listTeamPlaces } from '../data/teams';
import { readableDay } from '../domain/directory-scope';
import { sumsBeneath } from '../domain/sight-changes';
import { type TeamNode, teamTree } from '../domain/team-tree';
import { teamsInReach } from './teams-in-reach';

export interface ListedTeam extends TeamNode {
  /** People directly in it, those who left not counted. */
  readonly direct: number;
  /** With all teams beneath that the viewer reads. */
  readonly people: number;
}

export interface TeamsOfDay {
  /** The day that is read, and the organization's. */
  readonly asOf: string;
  readonly today: string;
  readonly teams: readonly ListedTeam[];
}

/**
 * The teams of a day that the viewer reads, each after its parent, with people counted.
 * @param asOf null: today; whoever meets only colleagues reads no day to come.
 */
export async function listTeams(
  ctx: TenantContext,
  question: { readonly viewer: Viewer; readonly reach: Reach; readonly asOf: string | null },
): Promise<TeamsOfDay> {
  const today = await organizationDay(ctx);
  const asOf = readableDay(question.reach, question.asOf ?? today, today);
  const tree = teamTree(await listTeamPlaces(ctx), asOf);
  const teams = await teamsInReach(ctx, { ...question, tree, asOf });
  const direct = await countPeopleByTeam(ctx, asOf);
  const known = new Set(teams.map(({ teamId }) => teamId));
  const rooted = teams.map((team) => ({
    ...team,
    parentId: team.parentId !== null && known.has(team.parentId) ? team.parentId : null,
  }));
  const sums = sumsBeneath(rooted, direct);
  const counted = rooted.map((team) => ({
    ...team,
    direct: direct.get(team.teamId) ?? 0,
    people: sums.get(team.teamId) ?? 0,
  }));
  return { asOf, today, teams: counted };
}
