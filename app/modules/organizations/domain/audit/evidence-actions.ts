import { z } from 'zod';

const evidence = { evidence: z.guid(), dimension: z.string() };

/** What is written to the audit log about evidence and observations: never what they say. */
export const EVIDENCE_ACTIONS = {
  'evidence.add': {
    subjects: ['employee'],
    details: z.strictObject({ ...evidence, kind: z.enum(['text', 'link', 'file', 'observation']) }),
    words: 'added evidence to a rating',
  },
  'evidence.accept': {
    subjects: ['employee'],
    details: z.strictObject({ ...evidence, accepted: z.boolean() }),
    words: 'accepted evidence of a rating, or took that back',
  },
  'evidence.remove': {
    subjects: ['employee'],
    details: z.strictObject(evidence),
    words: 'removed evidence of a rating',
  },
  'observations.record': {
    subjects: ['employee', 'organization'],
    details: z.strictObject({
      created: z.number().int().nonnegative(),
      changed: z.number().int().nonnegative(),
      people: z.number().int().positive(),
    }),
    words: 'entered what was observed in a drill or a review',
  },
  'observation.remove': {
    subjects: ['employee'],
    details: z.strictObject({ observation: z.guid() }),
    words: 'removed an observation',
  },
} as const;
