import type { DayText } from '~/shared/calendar-day';
import { ROLES, type Role } from './role';

interface Reach {
  readonly role: Role;
  readonly teamScope: readonly string[];
}

/** What somebody might reach before, with the last day of it. */
export interface FormerReach extends Reach {
  readonly until: DayText;
}

/** What became of a member's rights, as the audit log tells it. */
export type RightsEvent = { readonly day: DayText } & (
  | { readonly kind: 'changed'; readonly changes: readonly RightsChange[] }
  | { readonly kind: 'joined'; readonly teamScope: readonly string[] }
  /** teamScope null: the entry does not say it. */
  | { readonly kind: 'ended'; readonly role: string; readonly teamScope: readonly string[] | null }
);

interface RightsChange {
  readonly field: string;
  readonly before: unknown;
  readonly after?: unknown;
}

/**
 * The reaches that ended, the latest first: what became of the rights, newest first, taken back from what is reached now;
 * between leaving and joining again there were none.
 */
export function formerReaches(now: Reach, events: readonly RightsEvent[]): FormerReach[] {
  let reach: Reach | null = now;
  return events.flatMap((event, at) => {
    reach = reachBefore(reach, event, events.slice(at + 1));
    return reach ? [{ ...reach, until: event.day }] : [];
  });
}

function reachBefore(reach: Reach | null, event: RightsEvent, earlier: readonly RightsEvent[]): Reach | null {
  if (event.kind === 'joined') return null;
  if (event.kind === 'ended') {
    const role = ROLES.find((one) => one === event.role);
    return role ? { role, teamScope: event.teamScope ?? scopeAfter(earlier) } : null;
  }
  if (!reach) return null;
  let { role, teamScope } = reach;
  for (const { field, before } of event.changes) {
    if (field === 'role') role = ROLES.find((one) => one === before) ?? role;
    if (field === 'teamScope') teamScope = scopeOf(before);
  }
  return { role, teamScope };
}

/** The teams that the newest of these events left somebody with. */
function scopeAfter(events: readonly RightsEvent[]): readonly string[] {
  for (const event of events) {
    if (event.kind === 'joined') return event.teamScope;
    const change = event.kind === 'changed' && event.changes.find(({ field }) => field === 'teamScope');
    if (change) return scopeOf(change.after);
  }
  return [];
}

function scopeOf(value: unknown): readonly string[] {
  return typeof value === 'string' ? value.split(', ') : [];
}
