/**
 * Sides of a disagreement: what each rater of a cycle says of one dimension of one person.
 * Formula: self and each manager are a side each; the peers together are one, their lower median of at least 3 levels.
 * Difference = highest - lowest level of the sides. Unit: levels. Missing: fewer peers than needed are no side, and
 * nothing of them is told. Source: method.md 1.
 */
import type { Level } from '~/modules/frameworks/domain/level';
import type { DayText } from '~/shared/calendar-day';
import type { MethodConstants } from '../constants';
import { lowerMedian } from '../peer-rating';
import type { RaterKind } from '../rating-fact';

export interface GivenLevel {
  readonly assessmentId: string;
  readonly raterKind: RaterKind;
  readonly raterId: string | null;
  readonly level: Level;
  readonly assessedOn: DayText;
}

export interface Side {
  readonly kind: Exclude<RaterKind, 'calibrated'>;
  readonly level: Level;
  /** Null: a file left it out, or these are peers. */
  readonly raterId: string | null;
  /** Peers behind it, else 1. */
  readonly raters: number;
  readonly assessedOn: DayText;
  readonly assessmentIds: readonly string[];
}

export interface Sides {
  readonly sides: readonly Side[];
  /** Peers who are too few to be told. */
  readonly untoldPeers: number;
}

const ORDER = ['self', 'manager', 'peer'] as const;

/** The sides of one cell, self first; calibrated values are none. */
export function ratingSides(given: readonly GivenLevel[], constants: MethodConstants): Sides {
  const of = (kind: RaterKind) => given.filter(({ raterKind }) => raterKind === kind);
  const single = (kind: 'self' | 'manager'): Side[] =>
    of(kind).map(({ level, raterId, assessedOn, assessmentId }) => ({
      ...{ kind, level, raterId, assessedOn },
      raters: 1,
      assessmentIds: [assessmentId],
    }));
  const peers = of('peer');
  const isTold = peers.length >= constants.minimumPeers;
  const median: Side[] = isTold
    ? [
        {
          kind: 'peer',
          level: lowerMedian(peers.map(({ level }) => level)),
          raterId: null,
          raters: peers.length,
          assessedOn:
            peers
              .map(({ assessedOn }) => assessedOn)
              .sort()
              .at(-1) ?? '',
          assessmentIds: peers.map(({ assessmentId }) => assessmentId).sort(),
        },
      ]
    : [];
  const sides = [...single('self'), ...single('manager'), ...median].sort(
    (a, b) =>
      ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || ((a.raterId ?? '') < (b.raterId ?? '') ? -1 : 1),
  );
  return { sides, untoldPeers: isTold ? 0 : peers.length };
}

/** Highest less lowest level of the sides; 0 where there is one side or none. */
export function differenceOf(sides: readonly Side[]): number {
  if (sides.length === 0) return 0;
  const levels = sides.map(({ level }) => level);
  return Math.max(...levels) - Math.min(...levels);
}
