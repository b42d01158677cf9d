import type { TenantContext } from '#db/tenancy';
import type { TeamNode } from '~/modules/people/domain/team-tree';
import { listCells } from '../data/heatmap-cells';
import { sumPeopleOverviews, type TeamPeopleSums } from '../data/person-overview';
import type { MethodConstants } from '../domain/constants';
import { coverageSums } from '../domain/overview/critical-coverage';
import { NOTHING, type OverviewSums } from '../domain/overview/overview-sums';
import { type ImplicitRequirement, listImplicitRequirements } from './list-implicit-requirements';
import {
  type CellOfTeam,
  listRequirementStates,
  type RequirementWithGroups,
} from './list-requirement-states';

export interface TeamOverview {
  readonly teamId: string;
  readonly sums: OverviewSums;
}

export interface SummedOverview {
  /** Of each team that has people directly in it or that a requirement is set on. */
  readonly teams: readonly TeamOverview[];
  readonly written: readonly RequirementWithGroups[];
  readonly implicit: readonly ImplicitRequirement[];
}

interface Question {
  readonly tree: readonly TeamNode[];
  /** Teams that the reader sees live and in full. */
  readonly liveTeams: ReadonlySet<string>;
  readonly constants: MethodConstants;
  /** Day of the stored figures. */
  readonly asOf: string;
  /** First day of the quarter whose moves are asked for. */
  readonly quarter: string;
  /** Computed for a day that is over; left out: what is stored is read. */
  readonly past?: {
    readonly people: readonly TeamPeopleSums[];
    readonly cells: readonly CellOfTeam[];
  };
}

/**
 * The sums of the overview of each of these teams by itself: people directly in it, requirements set on it. Written
 * requirements that are met elsewhere too count once for each team that they are set on.
 */
export async function sumOverview(
  ctx: TenantContext,
  { tree, liveTeams, constants, asOf, quarter, past }: Question,
): Promise<SummedOverview> {
  const cells = past?.cells ?? (await listCells(ctx, [...liveTeams], 'group'));
  const people = (past?.people ?? (await sumPeopleOverviews(ctx, quarter))).filter(({ teamId }) =>
    liveTeams.has(teamId),
  );
  const written = await listRequirementStates(ctx, { tree, liveTeams, asOf, cells });
  const implicit = await listImplicitRequirements(ctx, { tree, liveTeams, constants, cells });
  const writtenOf = Map.groupBy(
    written.flatMap(({ states }) => states),
    ({ teamId }) => teamId,
  );
  const implicitOf = Map.groupBy(implicit, ({ teamId }) => teamId);
  const peopleOf = new Map(people.map(({ teamId, ...sums }) => [teamId, sums]));
  const teamIds = [...new Set([...peopleOf.keys(), ...writtenOf.keys(), ...implicitOf.keys()])].sort();
  const teams = teamIds.map((teamId) => ({
    teamId,
    sums: {
      ...NOTHING,
      ...peopleOf.get(teamId),
      coverage: coverageSums(
        (writtenOf.get(teamId) ?? []).map(({ state }) => state),
        (implicitOf.get(teamId) ?? []).map(({ state }) => state),
      ),
    },
  }));
  return { teams, written, implicit };
}
