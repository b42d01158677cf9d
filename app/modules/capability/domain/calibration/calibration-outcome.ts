/**
 * Outcome of a calibrated value: what a decision would change, computed before it is made.
 * Formula: the profile (profile.ts), holders and requirement states (holders.ts, requirement-state.ts) and the readiness
 * band by gap (gap-band.ts), of the same facts with one more: a calibrated rating of that level, dated as the newest of
 * those that it settles. "As rated" is the same without any calibrated rating of the cycle in the dimension.
 * Unit: levels, states. Rounding: none. Missing: null where there is no target or no written profile.
 * Source: method.md 1 to 3, 5, 7.
 */
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import type { DayText } from '~/shared/calendar-day';
import { isHolder } from '../holders';
import { computeOccupationRow, type ProfileDimension, type ProfileInput } from '../profile';
import type { RatingFact } from '../rating-fact';
import { type GroupCount, type RequirementState, requirementState } from '../requirements/requirement-state';
import { mainOccupation } from '../target';
import { type GapBand, gapBand } from './gap-band';

/** What a group asks for in the dimension, and how it stands without the person. */
export interface AskedOfGroup {
  readonly teamId: string;
  readonly team: string;
  readonly level: Level;
  readonly minimum: number;
  /** Without the person. */
  readonly others: GroupCount;
}

export interface OutcomeInput {
  readonly profile: ProfileInput;
  /** All rows of the person. */
  readonly rows: readonly ProfileDimension[];
  readonly member: { readonly active: boolean; readonly available: boolean };
  readonly groups: readonly AskedOfGroup[];
  readonly cycleId: string;
  readonly dimension: Dimension;
  /** The occupation that the person is rated as. */
  readonly soc: string;
  /** Of the newest rating that is settled. */
  readonly settledOn: DayText;
}

export interface Outcome {
  /** The calibrated value; null: as rated. */
  readonly value: Level | null;
  readonly level: Level | null;
  readonly atTarget: boolean | null;
  /** In the order of the groups. */
  readonly states: readonly RequirementState[];
  readonly band: GapBand | null;
}

/** The outcome of a value; null: of the ratings as they are without any. */
export function calibrationOutcome(input: OutcomeInput, value: Level | null): Outcome {
  const { profile, rows, member, groups, dimension } = input;
  const facts = [...withoutSettled(input), ...(value === null ? [] : [settledFact(input, value)])];
  const soc = mainOccupation(profile.occupations)?.soc ?? null;
  const row = computeOccupationRow(dimension, soc, { ...profile, facts });
  const { asOf, constants } = profile;
  return {
    ...{ value, level: row.level },
    atTarget: row.level === null || row.target === null ? null : row.level >= row.target,
    states: groups.map(({ level, minimum, others }) =>
      requirementState(withPerson(others, { member, row, level, asOf }), minimum),
    ),
    band: gapBand(
      rows.map((one) => (one.dimension === dimension ? row : one)),
      asOf,
      constants,
    ),
  };
}

function withoutSettled({ profile, cycleId, dimension }: OutcomeInput): RatingFact[] {
  return profile.facts.filter(
    (fact) => fact.raterKind !== 'calibrated' || fact.cycleId !== cycleId || fact.dimension !== dimension,
  );
}

function settledFact({ cycleId, dimension, soc, settledOn }: OutcomeInput, level: Level): RatingFact {
  return {
    ...{ assessmentId: '', dimension, level, raterKind: 'calibrated', cycleId, soc },
    assessedOn: settledOn,
    // The last of its day.
    submittedAt: Number.MAX_SAFE_INTEGER,
    hasAcceptedEvidence: false,
    frameworkVersion: null,
  };
}

interface Person {
  readonly member: OutcomeInput['member'];
  readonly row: ProfileDimension;
  readonly level: Level;
  readonly asOf: DayText;
}

function withPerson(others: GroupCount, { member, row, level, asOf }: Person): GroupCount {
  const active = member.active ? 1 : 0;
  return {
    // Level 0 asks nothing of anybody.
    holders: others.holders + (isHolder({ ...member, row }, level === 0 ? 1 : level, asOf) ? 1 : 0),
    unassessed: others.unassessed + (row.level === null ? active : 0),
    due: others.due + (row.recheckOn !== null && row.recheckOn <= asOf ? active : 0),
  };
}
