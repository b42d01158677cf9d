/**
 * Where one resignation hurts: the requirements that are not met, the most urgent first.
 * Order: on one person, uncovered, short, unknown; then by team. Source: method.md 5.
 */
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { RequirementState } from '../requirements/requirement-state';

export interface WeakPoint {
  readonly team: string;
  readonly teamId: string;
  readonly dimension: Dimension;
  readonly level: number;
  readonly minimum: number;
  readonly holders: number;
  readonly state: RequirementState;
  /** Null: implied by critical targets. */
  readonly requirementId: string | null;
}

const URGENCY: readonly RequirementState[] = ['single', 'uncovered', 'short', 'unknown'];

/** Those not met, in their order. */
export function weakPoints(points: readonly WeakPoint[]): WeakPoint[] {
  return points
    .filter(({ state }) => state !== 'met')
    .sort(
      (a, b) =>
        URGENCY.indexOf(a.state) - URGENCY.indexOf(b.state) ||
        (a.team < b.team ? -1 : a.team > b.team ? 1 : a.dimension < b.dimension ? -1 : 1),
    );
}
