import { z } from 'zod';

/** What an entry says about a change of a team: teams above by id, and the day from which it counts. */
export const teamDetails = z.strictObject({
  what: z.enum(['add', 'rename', 'move', 'close', 'reopen', 'withdraw']),
  from: z.string().nullable(),
  parentBefore: z.guid().nullable(),
  parentAfter: z.guid().nullable(),
});

/** What an entry says about a change of a site: of a merge the site that stays, and how many people. */
export const siteDetails = z.strictObject({
  what: z.enum(['add', 'rename', 'merge', 'remove']),
  into: z.guid().nullable(),
  people: z.number().int().nonnegative(),
});
