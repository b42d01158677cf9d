/**
 * What a release freezes: one tree of groups and, for every active person, the group, levels and targets known then.
 * The tree is teams for durable and mastery, SOC groups for AI use (one tree per dimension, method.md 9.2): this
 * module takes any tree. Arrays are indexed by dimension, in the order of DIMENSIONS.
 */
import type { Level } from '~/modules/frameworks/domain/level';
import type { DayText } from '~/shared/calendar-day';
import type { MoveSums } from '../overview/development-velocity';

export interface ReleaseGroup {
  readonly id: string;
  /** null, or not among the groups: a top group. */
  readonly parentId: string | null;
  readonly name: string;
}

export interface ReleasePerson {
  readonly employeeId: string;
  /** The group the person sits directly in; null: in none, counted in the organization's direct row. */
  readonly groupId: string | null;
  readonly levels: readonly (Level | null)[];
  readonly targets: readonly (Level | null)[];
  /** Mark of the rating behind each level (its day or id): another mark with the same level is "rated" too. */
  readonly ratings?: readonly (string | null)[];
  /** The level that the person held on the day (holders.ts); null: nobody to count on. Not of releases from before. */
  readonly holds?: readonly (Level | null)[] | null;
  /** Strength units of what has a target, 0 where not assessed; null: no target. */
  readonly strengths?: readonly (number | null)[] | null;
  /** Moves of the quarter up to the day. */
  readonly moves?: MoveSums | null;
  /** Observed exposure of the main occupation, ten-thousandths; null: no data. */
  readonly exposure?: number | null;
}

export interface ReleaseFacts {
  readonly groups: readonly ReleaseGroup[];
  readonly people: readonly ReleasePerson[];
}

/** What a release freezes: the people in their teams, and the same people by occupation. */
export interface FrozenRelease extends ReleaseFacts {
  /** null: the release is from before AI use was released. */
  readonly occupations: ReleaseFacts | null;
}

export interface ReleaseMark {
  readonly id: string;
  readonly day: DayText;
}
