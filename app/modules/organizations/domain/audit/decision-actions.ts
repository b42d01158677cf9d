import { z } from 'zod';

/**
 * What is written to the audit log about what readers of figures keep: decisions and saved views, never what is asked or
 * chosen and no name of a view.
 */
export const DECISION_ACTIONS = {
  'decision.change': {
    subjects: ['organization'],
    details: z.strictObject({
      decision: z.guid(),
      what: z.enum(['added', 'changed', 'decided', 'withdrawn']),
      shared: z.boolean(),
    }),
    words: 'changed a decision of the overview',
  },
  'view.change': {
    subjects: ['organization'],
    details: z.strictObject({
      view: z.guid(),
      what: z.enum(['saved', 'renamed', 'deleted']),
      shared: z.boolean(),
    }),
    words: 'changed a saved view of the heatmap',
  },
} as const;
