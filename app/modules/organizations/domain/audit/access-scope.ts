import { z } from 'zod';
import { isDay } from '~/shared/calendar-day';

const day = z.string().refine(isDay, 'is not a day written as YYYY-MM-DD');

/**
 * Whose individual ratings one view showed. person: one. people: these, a page of a longer list beneath a team.
 * team: everybody who was active in a team on a day, its sub-teams included unless direct; no team: in all teams.
 * everybody: all of whom anything is kept, those included who left. Nothing tells later since when a record is there, so
 * whoever came after the view counts as shown, too.
 */
export const accessScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), person: z.guid() }),
  z.strictObject({
    kind: z.literal('people'),
    team: z.guid().nullable(),
    people: z.array(z.guid()).max(1_000),
  }),
  z.strictObject({ kind: z.literal('team'), team: z.guid().nullable(), direct: z.boolean(), asOf: day }),
  z.strictObject({ kind: z.literal('everybody') }),
]);

export type AccessScope = z.infer<typeof accessScope>;

/** What one view of individual ratings leaves in the log: whose, how far, and by what right. */
export const accessDetails = z.strictObject({
  /** Role and reach of the permission by which it was seen. */
  role: z.string(),
  reach: z.string(),
  scope: accessScope,
});

export type AccessDetails = z.infer<typeof accessDetails>;

/** Where one person was on a day: the team and all above it, when active then. */
export type TeamsOnDay = (
  day: string,
) => { readonly own: string; readonly above: ReadonlySet<string> } | null;

/** Whether a view with this scope showed this person. */
export function showsPerson(scope: AccessScope, person: string, teamsOn: TeamsOnDay): boolean {
  if (scope.kind === 'person') return scope.person === person;
  if (scope.kind === 'people') return scope.people.includes(person);
  if (scope.kind === 'everybody') return true;
  const teams = teamsOn(scope.asOf);
  if (!teams) return false;
  if (scope.team === null) return true;
  return scope.team === teams.own || (!scope.direct && teams.above.has(scope.team));
}
