import type { TenantContext } from '#db/tenancy';
import { subtreeTeamIds, type TeamNode } from '~/modules/people/domain/team-tree';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { listPeopleNames } from '~/modules/people/queries/list-people-names';
import { listTeamsOfPeople } from '~/modules/people/queries/list-teams-of-people';
import { countCyclePeople, type OwingRow, readProgress } from '../data/cycle-progress';
import { cycleProgress } from '../domain/cycle-progress';
import { stepsFrom } from '../domain/cycle-states';
import { openingFaults } from '../domain/opening-faults';
import { listCycleFilterIds } from './list-cycle-filter-ids';
import { type Runner, type RunnerScope, requireSeenCycle } from './require-cycle';

export interface CycleQuestion {
  readonly cycleId: string;
  /** The team that is looked at; null: all of the viewer's. */
  readonly team: string | null;
  /** Users whose role rates nobody (listNonRaters). */
  readonly nonRaters: readonly string[];
}

/** Raters that the page names; who owes most stands first. */
const MOST_OWING = 30;

/** Somebody who owes ratings; no name for who works outside the viewer's teams. */
export interface OwingRater extends OwingRow {
  readonly name: string | null;
}

/**
 * A cycle for who runs it: what it is, how far it is by team, and who still owes what.
 * Throws Forbidden, NotFound.
 */
export async function getCyclePage(
  ctx: TenantContext,
  viewer: Runner,
  { cycleId, team, nonRaters }: CycleQuestion,
) {
  const seen = await requireSeenCycle(ctx, viewer, cycleId);
  const { cycle, mayRun, today, teamIds } = seen;
  const tree = await getTeamTree(ctx, today);
  const known = teamIds === null ? tree : tree.filter((node) => teamIds.includes(node.teamId));
  const at = known.find(({ teamId }) => teamId === team) ?? null;
  const question = {
    cycleId,
    day: today,
    teamIds: at ? subtreeTeamIds(known, at.teamId) : teamIds,
    nonRaters,
  };
  const isDraft = cycle.state === 'draft';
  const isOpen = cycle.state === 'open';
  const { counts, owing } = await readProgress(ctx, question, isOpen ? MOST_OWING : 0);
  const wouldRate = isDraft ? (await listCycleFilterIds(ctx, cycle, today)).length : null;
  return {
    ...{ cycle, mayRun, today, wouldRate },
    steps: mayRun ? stepsFrom(cycle.state) : [],
    faults: isDraft ? openingFaults(cycle, today) : [],
    scopeTeams: tree.filter(({ teamId }) => cycle.teamScope.includes(teamId)).map(({ path }) => path),
    filterTeam: tree.find(({ teamId }) => teamId === cycle.peopleFilter.team)?.path ?? null,
    at: at && { teamId: at.teamId, path: at.path, parentId: parentOf(known, at) },
    counts: await countCyclePeople(ctx, question),
    progress: cycleProgress(known, counts, at?.teamId ?? null),
    owing: await withNames(ctx, seen, owing),
  };
}

export type CyclePage = Awaited<ReturnType<typeof getCyclePage>>;

function parentOf(known: readonly TeamNode[], { parentId }: TeamNode): string | null {
  return known.some(({ teamId }) => teamId === parentId) ? parentId : null;
}

async function withNames(
  ctx: TenantContext,
  { today, teamIds }: RunnerScope,
  rows: readonly OwingRow[],
): Promise<OwingRater[]> {
  const ids = rows.map(({ raterId }) => raterId);
  const names = await listPeopleNames(ctx, ids);
  const placed = new Map(
    (await listTeamsOfPeople(ctx, ids, today)).map(({ employeeId, teamId }) => [employeeId, teamId]),
  );
  const isMet = (id: string) => teamIds === null || teamIds.includes(placed.get(id) ?? '');
  return rows.map((row) => ({ ...row, name: isMet(row.raterId) ? (names.get(row.raterId) ?? null) : null }));
}
