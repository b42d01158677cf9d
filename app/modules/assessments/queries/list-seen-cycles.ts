import type { TenantContext } from '#db/tenancy';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { countCyclePeople, countProgress } from '../data/cycle-progress';
import { listAllCycles } from '../data/cycle-rows';
import type { Cycle } from '../domain/cycle';
import { allKinds, cycleProgress, type KindProgress } from '../domain/cycle-progress';
import { type Runner, runnerScope, seenAs } from './require-cycle';

export interface ListedCycle extends Pick<Cycle, 'cycleId' | 'name' | 'state' | 'opensOn' | 'closesOn'> {
  /** Paths of the director's teams whose cycle it is; none: the organization's. */
  readonly teams: readonly string[];
  /** null where it is not open. Of the viewer's own people. */
  readonly progress: (KindProgress & { readonly people: number }) | null;
}

/**
 * The cycles that the viewer runs or sees, the newest first.
 * @param nonRaters users whose role rates nobody (listNonRaters). Throws Forbidden.
 */
export async function listSeenCycles(
  ctx: TenantContext,
  viewer: Runner,
  nonRaters: readonly string[],
): Promise<ListedCycle[]> {
  const scope = await runnerScope(ctx, viewer);
  const tree = await getTeamTree(ctx, scope.today);
  const listed: ListedCycle[] = [];
  for (const cycle of await listAllCycles(ctx)) {
    if (!seenAs(scope, cycle)) continue;
    const { cycleId, name, state, opensOn, closesOn, teamScope } = cycle;
    const question = { cycleId, day: scope.today, teamIds: scope.teamIds, nonRaters };
    const teams = tree.filter(({ teamId }) => teamScope.includes(teamId)).map(({ path }) => path);
    const open = state === 'open';
    const progress = open
      ? {
          ...allKinds(cycleProgress(tree, await countProgress(ctx, question), null).sum.kinds),
          people: (await countCyclePeople(ctx, question)).people,
        }
      : null;
    listed.push({ cycleId, name, state, opensOn, closesOn, teams, progress });
  }
  return listed;
}
