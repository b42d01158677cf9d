import type { TenantContext } from '#db/tenancy';
import { listCyclesOf } from '../data/cycle-people';
import { findCycle } from '../data/cycle-rows';
import type { Cycle } from '../domain/cycle';

/** An open cycle, as the rated person is told of it. */
export interface OpenPurpose
  extends Pick<Cycle, 'cycleId' | 'name' | 'purpose' | 'raterKinds' | 'selfManager' | 'peersAnonymous'> {
  /** The last day on which the person is rated. */
  readonly closesOn: string;
  /** Whether the person proposes peers. */
  readonly proposesPeers: boolean;
}

/** The open cycles in which a person is rated, those that end first before. */
export async function listOpenPurposes(ctx: TenantContext, employeeId: string): Promise<OpenPurpose[]> {
  const purposes: OpenPurpose[] = [];
  for (const { cycleId, closesOn } of await listCyclesOf(ctx, employeeId)) {
    const cycle = await findCycle(ctx, cycleId);
    if (cycle?.state !== 'open') continue;
    const { name, purpose, raterKinds, selfManager, peersAnonymous, peerChoice } = cycle;
    purposes.push({
      ...{ cycleId, name, purpose, raterKinds, selfManager, peersAnonymous },
      closesOn: closesOn ?? cycle.closesOn,
      proposesPeers: raterKinds.includes('peer') && peerChoice === 'person',
    });
  }
  return purposes;
}
