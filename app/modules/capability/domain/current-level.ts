/**
 * Current level: what a person can do in a dimension, as known on a day.
 * Formula: the submitted rating with the largest trust x 0.5^(age / 18 months). All decay at one rate, so the order
 * is fixed: adjusted order = assessed day x 1000 + round(1000 x half-life days x log2(trust)), the greatest wins;
 * ties: more trusted kind, later day, last submitted (same kind, same day), lower level, lower id.
 * Unit: level 0 to 4; order in milli-days since 1970-01-01, an integer. Rounding: of the offset only.
 * Missing: null (not assessed). Unsure, ratings after asOf and, for mastery and AI use, ratings under another
 * occupation are no ratings; a durable one under another occupation counts at half trust, marked ratedAs.
 * Source: method.md 1.
 */
import { type Dimension, instrumentOf } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import { type DayText, dayNumber } from '~/shared/calendar-day';
import type { MethodConstants } from './constants';
import { type Candidate, type LevelFact, peerCandidates } from './peer-rating';
import { adjustedOffset, kindRank, trustOf } from './rater-order';
import type { RaterKind, RatingFact } from './rating-fact';

export interface LevelScope {
  readonly asOf: DayText;
  /** The only occupation whose mastery and AI-use ratings count; null: none does. */
  readonly soc: string | null;
  /** All occupations of the person. With none, no durable rating is "another occupation's". */
  readonly socs: readonly string[];
  readonly constants: MethodConstants;
}

export interface CurrentLevel {
  readonly level: Level;
  readonly raterKind: RaterKind;
  readonly assessedOn: DayText;
  /** The other occupation that a durable rating was made under, else null. */
  readonly ratedAs: string | null;
  /** Thousandths, after half trust, without evidence. */
  readonly trust: number;
  readonly hasAcceptedEvidence: boolean;
  /** Peers behind a peer rating, else 0. */
  readonly peers: number;
  /** Framework versions that it was made under, in one text; null: not recorded. */
  readonly frameworkVersion: string | null;
  /** The assessments it was made from, sorted. */
  readonly assessmentIds: readonly string[];
}

/**
 * The facts that count in this dimension: with a level, not after asOf, and for mastery and AI use made under the
 * occupation of the scope.
 */
export function countedFacts(
  facts: readonly RatingFact[],
  dimension: Dimension,
  scope: Pick<LevelScope, 'asOf' | 'soc'>,
): readonly LevelFact[] {
  const durable = instrumentOf(dimension) === 'durable';
  return facts.filter(
    (fact): fact is LevelFact =>
      fact.dimension === dimension &&
      fact.level !== null &&
      fact.assessedOn <= scope.asOf &&
      (durable || fact.soc === scope.soc),
  );
}

/** The ratings that compete to be the current level, the one that is first: peers of one occasion are one of them. */
export function rankedCandidates(
  facts: readonly RatingFact[],
  dimension: Dimension,
  scope: LevelScope,
): readonly Candidate[] {
  return placedCandidates(facts, dimension, scope)
    .sort(comparePlaced)
    .map(({ candidate }) => candidate);
}

function placedCandidates(facts: readonly RatingFact[], dimension: Dimension, scope: LevelScope): Placed[] {
  const placed: Placed[] = [];
  const peers: LevelFact[] = [];
  for (const fact of countedFacts(facts, dimension, scope)) {
    if (fact.raterKind === 'peer') peers.push(fact);
    else placed.push(placeOf(candidateOf(fact), scope));
  }
  if (peers.length > 0) {
    for (const peer of peerCandidates(peers, scope.constants)) placed.push(placeOf(peer, scope));
  }
  return placed;
}

function candidateOf(fact: LevelFact): Candidate {
  const { level, raterKind, assessedOn, submittedAt, soc, hasAcceptedEvidence, frameworkVersion } = fact;
  return {
    ...{ level, raterKind, assessedOn, submittedAt, soc, hasAcceptedEvidence },
    frameworkVersions: frameworkVersion === null ? [] : [frameworkVersion],
    assessmentIds: [fact.assessmentId],
  };
}

/** The current level of one person in one dimension; facts may hold any dimensions. null = not assessed. */
export function currentLevel(
  facts: readonly RatingFact[],
  dimension: Dimension,
  scope: LevelScope,
): CurrentLevel | null {
  const candidates = placedCandidates(facts, dimension, scope);
  let [first] = candidates;
  if (first === undefined) return null;
  for (const other of candidates) if (comparePlaced(other, first) < 0) first = other;
  const best = first.candidate;
  const other = isOtherOccupation(best.soc, scope);
  return {
    level: best.level,
    raterKind: best.raterKind,
    assessedOn: best.assessedOn,
    ratedAs: other ? best.soc : null,
    trust: trustOf(best.raterKind, other, scope.constants),
    hasAcceptedEvidence: best.hasAcceptedEvidence,
    peers: best.raterKind === 'peer' ? best.assessmentIds.length : 0,
    frameworkVersion: best.frameworkVersions.join(', ') || null,
    assessmentIds: best.assessmentIds,
  };
}

/** assessed day x 1000 + adjustedOffset(trust): the integer that the greatest of is the current level. */
export function adjustedOrder(assessedOn: DayText, trust: number, constants: MethodConstants): number {
  return dayNumber(assessedOn) * 1000 + adjustedOffset(trust, constants);
}

/** Whether a durable rating made under this occupation counts at half trust. */
export function isOtherOccupation(soc: string, scope: LevelScope): boolean {
  return scope.socs.length > 0 && !scope.socs.includes(soc);
}

interface Placed {
  readonly candidate: Candidate;
  readonly order: number;
  readonly rank: number;
}

function comparePlaced(one: Placed, other: Placed): number {
  const [a, b] = [one.candidate, other.candidate];
  return (
    other.order - one.order ||
    one.rank - other.rank ||
    (a.assessedOn < b.assessedOn ? 1 : a.assessedOn > b.assessedOn ? -1 : 0) ||
    b.submittedAt - a.submittedAt ||
    a.level - b.level ||
    Number(b.hasAcceptedEvidence) - Number(a.hasAcceptedEvidence) ||
    (a.soc < b.soc ? -1 : a.soc > b.soc ? 1 : 0) ||
    ((a.assessmentIds[0] ?? '') < (b.assessmentIds[0] ?? '') ? -1 : 1)
  );
}

function placeOf(candidate: Candidate, scope: LevelScope): Placed {
  const { constants } = scope;
  const trust = trustOf(candidate.raterKind, isOtherOccupation(candidate.soc, scope), constants);
  return {
    candidate,
    order: adjustedOrder(candidate.assessedOn, trust, constants),
    rank: kindRank(candidate.raterKind, constants),
  };
}
