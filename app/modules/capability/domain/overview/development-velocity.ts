/**
 * Development velocity: how far levels moved between two ratings of the same kind, of those whose later one lies in a
 * period such as a quarter.
 * Formula: 100 x net level change / people with such a pair. Ratings of one kind of rater in one dimension follow each
 * other by day; of one day the last submitted counts; the peers of one occasion are one rating (peer-rating.ts). For
 * mastery and AI use only ratings under the occupation of the scope count, durable ones under any.
 * Unit: levels a hundred people. Counts and sums are integers and add up over people. Rounding: none; shown to one
 * decimal. Missing: null where nobody has a pair. Unsure ratings are none. Source: method.md 12 and 1.
 */
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import type { DayText } from '~/shared/calendar-day';
import type { MethodConstants } from '../constants';
import { countedFacts } from '../current-level';
import { type LevelFact, peerCandidates } from '../peer-rating';
import { RATER_KINDS, type RatingFact } from '../rating-fact';

/** Both days are in it. */
export interface Period {
  readonly from: DayText;
  readonly to: DayText;
}

export interface MoveSums {
  /** People with at least one pair. */
  readonly people: number;
  readonly pairs: number;
  /** Pairs whose later level is higher, and lower. */
  readonly rises: number;
  readonly falls: number;
  /** Levels gained less levels lost. */
  readonly net: number;
  /** Not open to the reader yet (waiting-figures.ts). */
  readonly closed?: boolean;
}

export const NO_MOVES: MoveSums = { people: 0, pairs: 0, rises: 0, falls: 0, net: 0 };

interface Scope {
  /** The only occupation whose mastery and AI-use ratings count; null: none does. */
  readonly soc: string | null;
  readonly constants: MethodConstants;
}

/** The moves of one person: each pair of ratings whose later one is of the period. */
export function movesOfPerson(facts: readonly RatingFact[], period: Period, scope: Scope): MoveSums {
  if (facts.every((fact) => fact.assessedOn < period.from)) return NO_MOVES;
  const factsOf = Map.groupBy(facts, (fact) => fact.dimension);
  const changes = DIMENSIONS.flatMap((dimension) => {
    const counted = countedFacts(factsOf.get(dimension) ?? [], dimension, {
      asOf: period.to,
      soc: scope.soc,
    });
    return RATER_KINDS.flatMap((kind) => {
      const own = counted.filter((fact) => fact.raterKind === kind);
      if (own.every((fact) => fact.assessedOn < period.from)) return [];
      return changesIn(kind === 'peer' ? peerCandidates(own, scope.constants) : own, period);
    });
  });
  return {
    people: changes.length > 0 ? 1 : 0,
    pairs: changes.length,
    rises: changes.filter((change) => change > 0).length,
    falls: changes.filter((change) => change < 0).length,
    net: changes.reduce((sum, change) => sum + change, 0),
  };
}

type Rated = Pick<LevelFact, 'level' | 'assessedOn' | 'submittedAt'>;

/** Changes of the level from each rating of one kind to the next, of those that are of the period. */
function changesIn(ratings: readonly Rated[], { from }: Period): number[] {
  const ofDays = new Map<DayText, Rated>();
  for (const rating of ratings) {
    const known = ofDays.get(rating.assessedOn);
    if (known && !isLater(rating, known)) continue;
    ofDays.set(rating.assessedOn, rating);
  }
  const inOrder = [...ofDays.values()].sort((a, b) => (a.assessedOn < b.assessedOn ? -1 : 1));
  return inOrder.flatMap((rating, index) => {
    const former = inOrder[index - 1];
    return former && rating.assessedOn >= from ? [rating.level - former.level] : [];
  });
}

/** Of one day the last submitted counts, of one moment the lower level. */
function isLater(rating: Rated, known: Rated): boolean {
  if (rating.submittedAt !== known.submittedAt) return rating.submittedAt > known.submittedAt;
  return rating.level < known.level;
}

/** The moves of two groups without common people. */
export function addMoves(a: MoveSums, b: MoveSums): MoveSums {
  return {
    people: a.people + b.people,
    pairs: a.pairs + b.pairs,
    rises: a.rises + b.rises,
    falls: a.falls + b.falls,
    net: a.net + b.net,
  };
}

/** Levels gained a hundred people with a pair; null where nobody has one. */
export function developmentVelocity({ net, people }: Pick<MoveSums, 'net' | 'people'>): number | null {
  return people === 0 ? null : (100 * net) / people;
}

/** The calendar quarter of a day, up to that day. */
export function quarterUpTo(day: DayText): Period {
  const month = Number(day.slice(5, 7));
  const first = String(month - ((month - 1) % 3)).padStart(2, '0');
  return { from: `${day.slice(0, 4)}-${first}-01`, to: day };
}
