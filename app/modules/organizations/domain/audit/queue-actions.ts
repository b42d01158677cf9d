import { z } from 'zod';

const details = z.strictObject({ kind: z.string(), jobs: z.number().int().positive() });

/** What is written to the audit log about background jobs: their kind and how many. */
export const QUEUE_ACTIONS = {
  'jobs.retry': { subjects: ['organization'], details, words: 'had background jobs that failed tried again' },
  'jobs.drop': { subjects: ['organization'], details, words: 'took failed background jobs off the list' },
} as const;
