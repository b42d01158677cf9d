import type { TenantContext } from '#db/tenancy';
import { listPeopleNames } from '~/modules/people/queries/list-people-names';
import { listPeerCounts, type PeerCount } from '../data/peer-counts';
import type { Cycle } from '../domain/cycle';

export interface PeerChoice extends PeerCount {
  readonly name: string;
}

/**
 * The people of an open cycle whose peers a manager decides on, with how many are asked and proposed; those with a proposal
 * that waits stand first. None where the cycle asks no peers.
 */
export async function listPeerChoices(
  ctx: TenantContext,
  cycle: Pick<Cycle, 'cycleId' | 'state' | 'raterKinds'>,
  { managerId, today }: { readonly managerId: string; readonly today: string },
): Promise<PeerChoice[]> {
  if (cycle.state !== 'open' || !cycle.raterKinds.includes('peer')) return [];
  const counts = await listPeerCounts(ctx, { cycleId: cycle.cycleId, managerId, day: today });
  const names = await listPeopleNames(ctx, new Set(counts.map(({ employeeId }) => employeeId)));
  return counts
    .map((one) => ({ ...one, name: names.get(one.employeeId) ?? '' }))
    .sort((a, b) => Number(b.proposed > 0) - Number(a.proposed > 0) || a.name.localeCompare(b.name));
}
