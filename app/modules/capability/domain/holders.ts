/**
 * Holders and single points of failure: whether the loss of one person leaves a group without a capability.
 * Holder of level t = active and available, level >= t, rated by someone other than the person, evidence
 * strength >= 0.3 (its re-check day has not come).
 * Implicit requirement of a group: only where at least 3 of its people have a written critical target;
 * t = the lowest of those targets, minimum = 2 holders. Single point = exactly one holder.
 * Unit: counts of people. Rounding: none. Missing: without a requirement null ("no requirement written").
 * Source: method.md 5.
 */
import type { Level } from '~/modules/frameworks/domain/level';
import type { DayText } from '~/shared/calendar-day';
import type { MethodConstants } from './constants';
import type { ProfileDimension } from './profile';

/** One person of a group, in one dimension. */
export interface GroupMember {
  /** Employed and not on leave. */
  readonly active: boolean;
  readonly available: boolean;
  readonly row: Pick<ProfileDimension, 'level' | 'raterKind' | 'recheckOn' | 'criticalLevel'>;
}

export interface ImplicitRequirement {
  readonly level: Level;
  /** Holders asked for. */
  readonly minimum: number;
}

/** Whether the person holds at least the level on the day asOf. */
export function isHolder(member: GroupMember, level: Level, asOf: DayText): boolean {
  const { row } = member;
  return (
    member.active &&
    member.available &&
    row.level !== null &&
    row.level >= level &&
    row.raterKind !== 'self' &&
    row.recheckOn !== null &&
    row.recheckOn > asOf
  );
}

/** The requirement that a group's own written critical targets make, or null. Counts active people. */
export function implicitRequirement(
  members: readonly GroupMember[],
  constants: MethodConstants,
): ImplicitRequirement | null {
  const targets = members
    .filter((member) => member.active)
    .map((member) => member.row.criticalLevel)
    .filter((level): level is Level => level !== null)
    .sort((a, b) => a - b);
  const [lowest] = targets;
  if (lowest === undefined || targets.length < constants.implicitPeople) return null;
  return { level: lowest, minimum: constants.implicitHolders };
}

/** Whether exactly one person of the group holds what its critical targets ask; null without a requirement. */
export function isSinglePoint(
  members: readonly GroupMember[],
  asOf: DayText,
  constants: MethodConstants,
): boolean | null {
  const requirement = implicitRequirement(members, constants);
  if (requirement === null) return null;
  return members.filter((member) => isHolder(member, requirement.level, asOf)).length === 1;
}
