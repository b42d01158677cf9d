import type { TenantContext } from '#db/tenancy';
import { reachOf } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { getEmployee } from '~/modules/people/queries/get-employee';
import { listSubtreeTeamIds } from '~/modules/people/queries/list-subtree-team-ids';
import { Forbidden, NotFound } from '~/shared/errors';
import { isAnyUuid } from '~/shared/is-uuid';
import { findCycle } from '../data/cycle-rows';
import type { Cycle } from '../domain/cycle';

export type Runner = Pick<Viewer, 'kind' | 'id' | 'role' | 'teamScope' | 'employeeId'>;

/** How far somebody runs cycles. */
export interface RunnerScope {
  /** The organization's day. */
  readonly today: string;
  /** The teams whose people count for the viewer; null: all. */
  readonly teamIds: readonly string[] | null;
}

/** A cycle as far as the viewer runs it. */
export interface SeenCycle extends RunnerScope {
  readonly cycle: Cycle;
  /** Whether the viewer runs the whole of it; otherwise only people of the own teams are seen and changed. */
  readonly mayRun: boolean;
}

/** Whose people the viewer runs cycles for. Throws Forbidden for tokens and for whoever runs none. */
export async function runnerScope(ctx: TenantContext, viewer: Runner): Promise<RunnerScope> {
  const reach = viewer.kind === 'user' ? reachOf(viewer.role, 'cycles:run') : 'none';
  const today = await organizationDay(ctx);
  if (reach === 'all') return { today, teamIds: null };
  if (reach !== 'subtree') throw new Forbidden('Your role does not run cycles.');
  return { today, teamIds: await listSubtreeTeamIds(ctx, viewer.teamScope, today) };
}

/** How far the viewer runs a cycle; null: not at all. A director's cycle is nobody else's but the HR partners'. */
export function seenAs({ teamIds, today }: RunnerScope, cycle: Cycle): SeenCycle | null {
  if (teamIds === null) return { cycle, today, teamIds, mayRun: true };
  const own = cycle.teamScope.length > 0 && cycle.teamScope.every((team) => teamIds.includes(team));
  if (own) return { cycle, today, teamIds, mayRun: true };
  const isEverybodys = cycle.teamScope.length === 0 && cycle.state !== 'draft';
  return isEverybodys ? { cycle, today, teamIds, mayRun: false } : null;
}

/** A cycle for who runs cycles. Throws Forbidden, and NotFound for one that is none of the viewer's. */
export async function requireSeenCycle(
  ctx: TenantContext,
  viewer: Runner,
  cycleId: string,
): Promise<SeenCycle> {
  const scope = await runnerScope(ctx, viewer);
  const cycle = isAnyUuid(cycleId) ? await findCycle(ctx, cycleId) : undefined;
  const seen = cycle && seenAs(scope, cycle);
  if (!seen) throw new NotFound('There is no such cycle.');
  return seen;
}

/** A cycle that the viewer runs as a whole. Throws as requireSeenCycle, and Forbidden. */
export async function requireOwnCycle(
  ctx: TenantContext,
  viewer: Runner,
  cycleId: string,
): Promise<SeenCycle> {
  const seen = await requireSeenCycle(ctx, viewer, cycleId);
  if (!seen.mayRun) throw new Forbidden('This cycle is run by the HR partners.');
  return seen;
}

/** The person, who has to be among those that the viewer runs cycles for. Throws NotFound. */
export async function requirePersonInScope(
  ctx: TenantContext,
  { today, teamIds }: RunnerScope,
  employeeId: string,
) {
  const person = await getEmployee(ctx, { employeeId }, today);
  const team = person.employment?.teamId;
  if (teamIds !== null && !(team && teamIds.includes(team)))
    throw new NotFound('There is no such person in this organization.');
  return person;
}
