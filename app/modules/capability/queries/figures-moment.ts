import type { TenantContext } from '#db/tenancy';
import type { findCapabilityState } from '../data/capability-state';
import { countDirty } from '../data/dirty-lists';
import type { ReleasedFor } from './get-release-cut';

/** As of when figures are, as far as the viewer may know. */
export interface FiguresMoment {
  readonly asOf: string;
  /** Of live figures when they were computed, of released ones when the release was made; null: there are none. */
  readonly computedAt: string | null;
  readonly pending: boolean;
  /** The first figures of the organization are computed. */
  readonly isComputed: boolean;
}

interface Known extends ReleasedFor {
  readonly state: Awaited<ReturnType<typeof findCapabilityState>>;
  /** Day of the live figures. */
  readonly liveDay: string;
  readonly seesLive: boolean;
  /** Day where nothing is released. */
  readonly otherwise: string;
}

/** The moment of the live figures, and for who sees none of them that of the release: each refresh tells of a change. */
export async function figuresMoment(
  ctx: TenantContext,
  { state, liveDay, seesLive, released, preparing, otherwise }: Known,
): Promise<FiguresMoment> {
  const isComputed = state !== undefined && state !== null;
  if (seesLive)
    return {
      asOf: liveDay,
      computedAt: state?.computedAt.toISOString() ?? null,
      pending: (await countDirty(ctx)) > 0,
      isComputed,
    };
  return {
    asOf: released?.release.asOf ?? otherwise,
    computedAt: released?.release.madeAt.toISOString() ?? null,
    pending: preparing,
    isComputed,
  };
}
