import type { DayText } from '~/shared/calendar-day';
import { ROLES, type Role } from './role';

/** What somebody might reach before, with the last day of it. */
export interface FormerReach {
  readonly role: Role;
  readonly teamScope: readonly string[];
  readonly until: DayText;
}

/** A change of a member's rights as the audit log tells it. */
export interface RightsChangeOf {
  readonly day: DayText;
  readonly changes: readonly { readonly field: string; readonly before: unknown }[];
}

/** The reaches that ended, the latest first: each change, newest first, taken back from what is reached now. */
export function formerReaches(
  now: Pick<FormerReach, 'role' | 'teamScope'>,
  changes: readonly RightsChangeOf[],
): FormerReach[] {
  let { role, teamScope } = now;
  return changes.map(({ day, changes: fields }) => {
    for (const { field, before } of fields) {
      if (field === 'role') role = ROLES.find((one) => one === before) ?? role;
      if (field === 'teamScope') teamScope = typeof before === 'string' ? before.split(', ') : [];
    }
    return { role, teamScope, until: day };
  });
}
