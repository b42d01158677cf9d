import { z } from 'zod';

/** What is written to the audit log about contested ratings: never what is said. */
export const CONTEST_ACTIONS = {
  'contest.open': {
    subjects: ['employee'],
    details: z.strictObject({ contest: z.guid() }),
    words: 'contested a rating',
  },
  'contest.answer': {
    subjects: ['employee'],
    details: z.strictObject({ contest: z.guid(), state: z.enum(['upheld', 'reassess', 'withdraw']) }),
    words: 'answered a contested rating',
  },
  'contest.take_back': {
    subjects: ['employee'],
    details: z.strictObject({ contest: z.guid() }),
    words: 'took a contest of a rating back',
  },
  'rating.withdraw': {
    subjects: ['employee'],
    details: z.strictObject({ assessments: z.array(z.guid()).min(1), dimension: z.string() }),
    words: 'withdrew a rating',
  },
} as const;
