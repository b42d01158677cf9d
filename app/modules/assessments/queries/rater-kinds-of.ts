import type { TenantContext } from '#db/tenancy';
import { listManagersAbove } from '~/modules/people/queries/list-managers-above';
import { listApprovedPeers } from '../data/rater-tasks';
import { deriveRaterKind, type OwnRaterKind } from '../domain/derive-rater-kind';

export interface RaterQuestion {
  /** Employee id of who rates. */
  readonly raterId: string;
  readonly employeeIds: readonly string[];
  /** Null: outside a cycle, where nobody is a peer. */
  readonly cycleId: string | null;
  /** The day on which the rating would be made. */
  readonly day: string;
}

/** As what somebody rates each of these people on a day; whom they are not to rate is left out. */
export async function raterKindsOf(
  ctx: TenantContext,
  { raterId, employeeIds, cycleId, day }: RaterQuestion,
): Promise<Map<string, OwnRaterKind>> {
  const above = await listManagersAbove(ctx, employeeIds, day);
  const invited = cycleId === null ? [] : await listApprovedPeers(ctx, { cycleId, raterId });
  const nobody: ReadonlySet<string> = new Set();
  const kinds = new Map<string, OwnRaterKind>();
  for (const employeeId of employeeIds) {
    const managers = above.get(employeeId) ?? nobody;
    const peers = invited.includes(employeeId) ? new Set([raterId]) : nobody;
    const kind = deriveRaterKind({ raterId, employeeId, managers, peers });
    if (kind) kinds.set(employeeId, kind);
  }
  return kinds;
}
