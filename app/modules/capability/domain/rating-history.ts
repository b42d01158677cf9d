/**
 * History of one dimension: every rating that counts or counted, and which one is the current level.
 * Formula: of the ratings that compete (current-level.ts) the one with the latest adjusted day is the current level;
 * adjusted day = assessed day + half-life days x log2(trust), shown as the calendar day that it falls in.
 * Unit: levels 0 to 4, days. Peers of one occasion are one entry, their lower median.
 * Missing: an entry without a level is a `?`. Drafts and days after asOf are not in it. Source: method.md 1.
 */
import { type Dimension, instrumentOf } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import { type DayText, dayText } from '~/shared/calendar-day';
import { adjustedOrder, isOtherOccupation, type LevelScope, rankedCandidates } from './current-level';
import type { Candidate } from './peer-rating';
import { trustOf, trustWithEvidence } from './rater-order';
import type { RaterKind, RatingFact } from './rating-fact';

/**
 * current: the level rests on it. earlier: it competes, and another is adjusted to a later day. The others do not
 * compete: replaced by a newer version, withdrawn, a `?`, fewer peers than needed, made under another occupation.
 */
export type Standing =
  | 'current'
  | 'earlier'
  | 'replaced'
  | 'withdrawn'
  | 'unsure'
  | 'too-few-peers'
  | 'other-occupation';

export interface KeptRating extends RatingFact {
  readonly state: 'submitted' | 'withdrawn' | 'superseded';
}

export interface HistoryEntry {
  readonly standing: Standing;
  /** Null: the rater was unsure, or fewer peers than needed. */
  readonly level: Level | null;
  readonly raterKind: RaterKind;
  /** Peers behind it, else 0. */
  readonly peers: number;
  readonly assessedOn: DayText;
  readonly soc: string;
  /** The other occupation that a durable rating was made under, else null. */
  readonly ratedAs: string | null;
  readonly frameworkVersion: string | null;
  /** What decides the order; null where it does not compete. */
  readonly adjustedOn: DayText | null;
  /** Thousandths, after half trust, with accepted evidence: what strength starts from; null: it does not compete. */
  readonly strengthTrust: number | null;
  /** Thousandths, after half trust, without evidence; null: it does not compete. */
  readonly trust: number | null;
  readonly assessmentIds: readonly string[];
}

/** All entries of a dimension: the current level first, then what competes in its order, then the rest by day. */
export function ratingHistory(
  ratings: readonly KeptRating[],
  dimension: Dimension,
  scope: LevelScope,
): readonly HistoryEntry[] {
  const known = ratings.filter((one) => one.dimension === dimension && one.assessedOn <= scope.asOf);
  const submitted = known.filter((one) => one.state === 'submitted');
  const ranked = rankedCandidates(submitted, dimension, scope);
  const competing = new Set(ranked.flatMap((candidate) => candidate.assessmentIds));
  const others = known.filter((one) => one.state !== 'submitted' || !competing.has(one.assessmentId));
  const peersApart = others.filter((one) => standingOf(one, dimension, scope) === 'too-few-peers');
  const rest = others
    .filter((one) => !peersApart.includes(one) && !isSaidAgain(one, known))
    .map((one) => apart(one, standingOf(one, dimension, scope)));
  return [
    ...ranked.map((candidate, index) => competitor(candidate, index === 0, scope)),
    ...[...rest, ...peerEntries(peersApart)].sort((a, b) => (a.assessedOn < b.assessedOn ? 1 : -1)),
  ];
}

function competitor(candidate: Candidate, isCurrent: boolean, scope: LevelScope): HistoryEntry {
  const { level, raterKind, assessedOn, soc, assessmentIds, frameworkVersions } = candidate;
  const isOther = isOtherOccupation(soc, scope);
  const trust = trustOf(raterKind, isOther, scope.constants);
  return {
    ...{ level, raterKind, assessedOn, soc, assessmentIds, trust },
    standing: isCurrent ? 'current' : 'earlier',
    peers: raterKind === 'peer' ? assessmentIds.length : 0,
    ratedAs: isOther ? soc : null,
    frameworkVersion: frameworkVersions.join(', ') || null,
    adjustedOn: dayText(Math.floor(adjustedOrder(assessedOn, trust, scope.constants) / 1000)),
    strengthTrust: trustWithEvidence(trust, candidate.hasAcceptedEvidence, scope.constants),
  };
}

function standingOf(rating: KeptRating, dimension: Dimension, { soc }: LevelScope): Standing {
  if (rating.state === 'withdrawn') return 'withdrawn';
  if (rating.state === 'superseded') return 'replaced';
  if (rating.level === null) return 'unsure';
  if (instrumentOf(dimension) !== 'durable' && rating.soc !== soc) return 'other-occupation';
  return 'too-few-peers';
}

/** What a peer said alone is shown of no peer: neither the level nor that one was unsure on which day. */
function apart(rating: KeptRating, standing: Standing): HistoryEntry {
  const { raterKind, assessedOn, soc, frameworkVersion, assessmentId } = rating;
  return {
    ...{ standing, raterKind, assessedOn, soc, frameworkVersion },
    level: raterKind === 'peer' ? null : rating.level,
    peers: raterKind === 'peer' ? 1 : 0,
    ratedAs: null,
    adjustedOn: null,
    strengthTrust: null,
    trust: null,
    assessmentIds: [assessmentId],
  };
}

function peerEntries(peers: readonly KeptRating[]): HistoryEntry[] {
  const occasions = Map.groupBy(peers, (one) =>
    JSON.stringify([one.soc, one.cycleId === null ? one.assessedOn : 'cycle', one.cycleId]),
  );
  return [...occasions.values()].flatMap((group) => {
    const [last] = [...group].sort((a, b) => (a.assessedOn < b.assessedOn ? 1 : -1));
    if (!last) return [];
    const entry = apart(last, 'too-few-peers');
    return [{ ...entry, peers: group.length, assessmentIds: group.map((one) => one.assessmentId).sort() }];
  });
}

/** A replaced version whose rating the newer one holds unchanged says nothing of its own. */
function isSaidAgain(rating: KeptRating, known: readonly KeptRating[]): boolean {
  if (rating.state !== 'superseded') return false;
  return known.some(
    (other) =>
      other.assessmentId > rating.assessmentId &&
      other.raterKind === rating.raterKind &&
      other.cycleId === rating.cycleId &&
      other.soc === rating.soc &&
      other.level === rating.level &&
      other.assessedOn === rating.assessedOn,
  );
}
