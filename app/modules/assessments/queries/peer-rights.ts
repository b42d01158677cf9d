import type { TenantContext } from '#db/tenancy';
import { reachOf } from '~/modules/organizations/domain/permissions';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { getEmployee } from '~/modules/people/queries/get-employee';
import { NotFound } from '~/shared/errors';
import { isAnyUuid } from '~/shared/is-uuid';
import { findCyclePerson } from '../data/cycle-people';
import { findCycle } from '../data/cycle-rows';
import type { Cycle } from '../domain/cycle';
import { type Runner, runnerScope, seenAs } from './require-cycle';

/** What somebody is to the choice of a person's peers: who decides, or the person who proposes. */
export interface PeerRight {
  readonly cycle: Cycle;
  readonly today: string;
  readonly right: 'decides' | 'proposes';
  readonly name: string;
  readonly managerId: string | null;
}

interface PersonKey {
  readonly cycleId: string;
  readonly employeeId: string;
}

/**
 * What the viewer may do about who rates a person as a peer: the manager of the day and whoever runs the cycle for the
 * person decide; the person proposes where the cycle says so, and never decides. Throws NotFound for everybody else.
 */
export async function requirePeerRight(
  ctx: TenantContext,
  viewer: Runner,
  { cycleId, employeeId }: PersonKey,
): Promise<PeerRight> {
  const known = isAnyUuid(cycleId) && isAnyUuid(employeeId) && viewer.kind === 'user';
  const cycle = known ? await findCycle(ctx, cycleId) : undefined;
  const takesPart = cycle && (await findCyclePerson(ctx, cycleId, employeeId)) !== undefined;
  if (!cycle || !takesPart || !cycle.raterKinds.includes('peer')) throw none();
  const today = await organizationDay(ctx);
  const { name, employment } = await getEmployee(ctx, { employeeId }, today);
  const managerId = employment?.managerId ?? null;
  const found = { cycle, today, name, managerId };
  if (viewer.employeeId === employeeId) {
    if (cycle.peerChoice !== 'person') throw none();
    return { ...found, right: 'proposes' };
  }
  if (viewer.employeeId !== null && viewer.employeeId === managerId) return { ...found, right: 'decides' };
  if (reachOf(viewer.role, 'cycles:run') === 'none') throw none();
  const scope = await runnerScope(ctx, viewer);
  const inScope = scope.teamIds === null || scope.teamIds.includes(employment?.teamId ?? '');
  if (!inScope || !seenAs(scope, cycle)) throw none();
  return { ...found, right: 'decides' };
}

function none(): NotFound {
  return new NotFound('There is no choice of peers here.');
}
