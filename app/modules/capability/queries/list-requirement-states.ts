import type { TenantContext } from '#db/tenancy';
import type { TeamNode } from '~/modules/people/domain/team-tree';
import { listRequirementPeriods } from '../data/group-requirements';
import { listCells, type StoredCell } from '../data/heatmap-cells';
import { type RequirementPeriod, teamsOfRequirement } from '../domain/requirements/requirement';
import {
  countAtLevel,
  type GroupCount,
  type RequirementState,
  requirementState,
} from '../domain/requirements/requirement-state';
import { emptyTeamCell } from '../domain/team-cell';

export interface RequirementGroup extends GroupCount {
  readonly teamId: string;
  readonly name: string;
  /** Names from the top. */
  readonly path: string;
  /** Active people of the team and all beneath it. */
  readonly people: number;
  readonly state: RequirementState;
}

export interface RequirementWithGroups extends RequirementPeriod {
  readonly groups: RequirementPeriod['groups'];
  /** By the tree; only teams whose figures the reader sees live and in full. */
  readonly states: readonly RequirementGroup[];
  /** Teams that it is set on, also those that the reader does not see. */
  readonly teams: number;
}

/** The cell of a team with all beneath it. */
export type CellOfTeam = Pick<StoredCell, 'teamId' | 'dimension' | 'cell'>;

export interface StatesQuestion {
  readonly tree: readonly TeamNode[];
  /** Teams that the reader sees live and in full (getViewerAccess); nothing is told of any other. */
  readonly liveTeams: ReadonlySet<string>;
  /** Day of the stored figures. */
  readonly asOf: string;
  /** Of every team that is seen; left out: the stored ones are read. */
  readonly cells?: readonly CellOfTeam[];
}

/**
 * The requirements in force on the day with the state of each group (method.md 5), from the stored cells: what the
 * heatmap marks and totals count. Nothing individual is read.
 */
export async function listRequirementStates(
  ctx: TenantContext,
  question: StatesQuestion,
): Promise<RequirementWithGroups[]> {
  const { asOf } = question;
  const all = await listRequirementPeriods(ctx, null);
  const current = all.filter((row) => row.validFrom <= asOf && (row.validTo === null || asOf < row.validTo));
  return withStates(ctx, current, question);
}

/** The same for periods that are given, whenever they hold: with the figures of the day. */
export async function withStates(
  ctx: TenantContext,
  periods: readonly RequirementPeriod[],
  { tree, liveTeams, cells: given }: StatesQuestion,
): Promise<RequirementWithGroups[]> {
  const sets = periods.map((period) => ({ period, teams: teamsOfRequirement(period.groups, tree) }));
  const asked = new Set(sets.flatMap(({ teams }) => teams.map(({ teamId }) => teamId)));
  const seen = [...asked].filter((teamId) => liveTeams.has(teamId));
  const cells = new Map(
    (given ?? (await listCells(ctx, seen, 'group'))).map(({ teamId, dimension, cell }) => [
      `${teamId} ${dimension}`,
      cell,
    ]),
  );
  return sets.map(({ period, teams }) => ({
    ...period,
    teams: teams.length,
    states: teams
      .filter(({ teamId }) => liveTeams.has(teamId))
      .map(({ teamId, name, path }) => {
        const cell = cells.get(`${teamId} ${period.dimension}`) ?? emptyTeamCell();
        const count = countAtLevel(cell, period.level);
        const state = requirementState(count, period.minimum);
        return { teamId, name, path, people: cell.people, ...count, state };
      }),
  }));
}
