import { z } from 'zod';

const cycle = z.guid();

/** What is written to the audit log about cycles of assessments. */
export const CYCLE_ACTIONS = {
  'cycle.draft': {
    subjects: ['organization'],
    details: z.strictObject({ cycle, what: z.enum(['added', 'changed', 'deleted']) }),
    words: 'changed the draft of a cycle',
  },
  'cycle.change': {
    subjects: ['organization'],
    details: z.strictObject({ cycle, fields: z.array(z.string()) }),
    words: 'changed an open cycle',
  },
  'cycle.open': {
    subjects: ['organization'],
    details: z.strictObject({ cycle, people: z.number().int().nonnegative() }),
    words: 'opened a cycle',
  },
  'cycle.step': {
    subjects: ['organization'],
    details: z.strictObject({ cycle, to: z.enum(['closed', 'calibrated', 'archived']) }),
    words: 'ended a cycle, or a part of it',
  },
  'cycle.reopen': {
    subjects: ['organization'],
    details: z.strictObject({ cycle, reason: z.string().min(1).max(500), closesOn: z.string() }),
    words: 'opened a cycle again',
  },
  'cycle.person': {
    subjects: ['employee'],
    details: z.strictObject({
      cycle,
      what: z.enum(['added', 'removed', 'extended', 'not_extended']),
      closesOn: z.string().nullable(),
    }),
    words: 'changed how a person takes part in a cycle',
  },
  'cycle.peer': {
    subjects: ['employee'],
    details: z.strictObject({
      cycle,
      peer: z.guid(),
      state: z.enum(['proposed', 'approved', 'declined']),
    }),
    words: 'changed which peers rate a person',
  },
} as const;
