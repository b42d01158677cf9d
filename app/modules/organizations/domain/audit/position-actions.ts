import { z } from 'zod';

/** What is written to the audit log about posts. What a horizon is, is not in it. */
export const POSITION_ACTIONS = {
  'position.change': {
    subjects: ['position'],
    details: z.strictObject({
      what: z.enum(['added', 'changed', 'closed', 'reopened', 'incumbent', 'profile', 'pool']),
      fields: z.array(z.string()),
    }),
    words: 'changed a position',
  },
  'positions.export': {
    subjects: ['organization'],
    details: z.strictObject({
      positions: z.number().int().nonnegative(),
      horizons: z.number().int().nonnegative(),
    }),
    words: 'exported positions',
  },
  'horizon.change': {
    subjects: ['position'],
    details: z.strictObject({ known: z.boolean() }),
    words: 'changed when a post is expected to become vacant',
  },
  'horizon.view': {
    subjects: ['position', 'organization'],
    details: z.strictObject({ role: z.string(), reach: z.string(), positions: z.array(z.guid()) }),
    words: 'saw when posts are expected to become vacant',
  },
} as const;
