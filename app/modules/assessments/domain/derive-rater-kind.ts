import type { RaterKind } from './rater-kind';

/** What somebody's own sign-in can be to a person; a calibrated value comes from a calibration that is closed. */
export type OwnRaterKind = Exclude<RaterKind, 'calibrated'>;

export interface RaterFacts {
  readonly raterId: string;
  readonly employeeId: string;
  /** The person's manager on the day and everybody above. */
  readonly managers: ReadonlySet<string>;
  /** Whom the cycle approved as peers of the person; nobody outside a cycle. */
  readonly peers: ReadonlySet<string>;
}

/**
 * As what somebody rates a person, derived and never chosen: oneself is self; the manager on the day or anyone above is
 * manager; whom the cycle approved as a peer is peer. Null: not to rate this person. Source: method.md 1.
 */
export function deriveRaterKind({ raterId, employeeId, managers, peers }: RaterFacts): OwnRaterKind | null {
  if (raterId === employeeId) return 'self';
  if (managers.has(raterId)) return 'manager';
  return peers.has(raterId) ? 'peer' : null;
}
