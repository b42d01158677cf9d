import { z } from 'zod';

/** What is written to the audit log about decisions: never what is asked or chosen. */
export const DECISION_ACTIONS = {
  'decision.change': {
    subjects: ['organization'],
    details: z.strictObject({
      decision: z.guid(),
      what: z.enum(['added', 'decided', 'withdrawn']),
      shared: z.boolean(),
    }),
    words: 'changed a decision of the overview',
  },
} as const;
