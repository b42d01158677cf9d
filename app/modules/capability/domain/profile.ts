/**
 * Profile: a person's current level, evidence and target in each of the twelve dimensions on a day.
 * Formula: current-level, evidence-strength, target, gap and self-manager-difference, put together.
 * mastery and AI use are those of the main occupation; computeOccupationRow gives them for another one.
 * Unit, range, rounding: of the parts; all figures are integers or days.
 * Missing: null in each field, never 0. Source: method.md 1 to 3.
 */
import { DIMENSIONS, type Dimension } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import type { DayText } from '~/shared/calendar-day';
import type { MethodConstants } from './constants';
import { countedFacts, currentLevel } from './current-level';
import { recheckOn } from './evidence-strength';
import { gapOf } from './gap';
import { trustWithEvidence } from './rater-order';
import type { RaterKind, RatingFact } from './rating-fact';
import { selfManagerDifference } from './self-manager-difference';
import { mainOccupation, type PersonOccupation, type Target } from './target';

export interface ProfileDimension {
  readonly dimension: Dimension;
  readonly level: Level | null;
  readonly raterKind: RaterKind | null;
  readonly assessedOn: DayText | null;
  readonly ratedAs: string | null;
  /** Thousandths after half trust, without evidence. */
  readonly trust: number | null;
  /** Thousandths with the bonus for accepted evidence: what strength starts from. */
  readonly strengthTrust: number | null;
  readonly hasAcceptedEvidence: boolean;
  readonly peers: number;
  /** Framework versions of the counted rating in one text; null: not recorded. */
  readonly frameworkVersion: string | null;
  readonly assessmentIds: readonly string[];
  readonly recheckOn: DayText | null;
  readonly target: Level | null;
  readonly weight: number | null;
  readonly critical: boolean;
  readonly criticalLevel: Level | null;
  readonly isDefault: boolean;
  readonly gap: number | null;
  readonly selfManagerDifference: number | null;
  /** The next day after asOf on which anything here changes by the clock alone, null when nothing does. */
  readonly nextChangeOn: DayText | null;
}

export interface ProfileInput {
  readonly facts: readonly RatingFact[];
  readonly targets: Readonly<Record<Dimension, Target | null>>;
  /** Confirmed occupations on the day. */
  readonly occupations: readonly PersonOccupation[];
  readonly asOf: DayText;
  readonly constants: MethodConstants;
}

/** All twelve dimensions in the order of DIMENSIONS. */
export function computeProfile(input: ProfileInput): readonly ProfileDimension[] {
  const soc = mainOccupation(input.occupations)?.soc ?? null;
  const factsOf = Map.groupBy(input.facts, (fact) => fact.dimension);
  return DIMENSIONS.map((dimension) =>
    computeOccupationRow(dimension, soc, { ...input, facts: factsOf.get(dimension) ?? [] }),
  );
}

/**
 * One dimension, mastery and AI use under the given occupation of the person (null: none).
 * input.targets[dimension] must be the target under that occupation (targetOf).
 */
export function computeOccupationRow(
  dimension: Dimension,
  soc: string | null,
  input: ProfileInput,
): ProfileDimension {
  const { asOf, constants } = input;
  const socs = input.occupations.map((occupation) => occupation.soc);
  const current = currentLevel(input.facts, dimension, { asOf, soc, socs, constants });
  const target = input.targets[dimension];
  const strengthTrust =
    current === null ? null : trustWithEvidence(current.trust, current.hasAcceptedEvidence, constants);
  const recheck =
    current === null || strengthTrust === null
      ? null
      : recheckOn(current.assessedOn, strengthTrust, constants);
  const difference = selfManagerDifference(
    countedFacts(input.facts, dimension, { asOf, soc }),
    asOf,
    constants,
  );
  return {
    dimension,
    level: current?.level ?? null,
    raterKind: current?.raterKind ?? null,
    assessedOn: current?.assessedOn ?? null,
    ratedAs: current?.ratedAs ?? null,
    trust: current?.trust ?? null,
    strengthTrust,
    hasAcceptedEvidence: current?.hasAcceptedEvidence ?? false,
    peers: current?.peers ?? 0,
    frameworkVersion: current?.frameworkVersion ?? null,
    assessmentIds: current?.assessmentIds ?? [],
    recheckOn: recheck,
    target: target?.level ?? null,
    weight: target?.weight ?? null,
    critical: target?.critical ?? false,
    criticalLevel: target?.criticalLevel ?? null,
    isDefault: target?.isDefault ?? false,
    gap: gapOf(current?.level ?? null, target?.level ?? null),
    selfManagerDifference: difference?.difference ?? null,
    nextChangeOn: firstAfter(asOf, [recheck, difference?.endsOn ?? null]),
  };
}

function firstAfter(asOf: DayText, days: readonly (DayText | null)[]): DayText | null {
  return days.filter((day): day is DayText => day !== null && day > asOf).sort()[0] ?? null;
}
