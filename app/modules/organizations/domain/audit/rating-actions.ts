import { z } from 'zod';

/** What is written to the audit log about own ratings: which assessments and how many ratings, never a level. */
export const RATING_ACTIONS = {
  'ratings.submit': {
    subjects: ['employee', 'organization'],
    details: z.strictObject({
      cycle: z.guid().nullable(),
      assessments: z.array(z.guid()).min(1),
      ratings: z.number().int().positive(),
    }),
    words: 'submitted ratings',
  },
  'ratings.withdraw': {
    subjects: ['employee'],
    details: z.strictObject({ cycle: z.guid().nullable(), assessments: z.array(z.guid()).min(1) }),
    words: 'withdrew own ratings',
  },
  'assessments.import_undo': {
    subjects: ['organization'],
    details: z.strictObject({
      restored: z.number().int().nonnegative(),
      removed: z.number().int().nonnegative(),
      left: z.number().int().nonnegative(),
    }),
    words: 'took an import of ratings back',
  },
} as const;
