import { z } from 'zod';

const place = z.strictObject({ calibration: z.guid(), cycle: z.guid(), dimension: z.string() });
const versions = z.strictObject({
  reexpression: z.guid(),
  instrument: z.string(),
  from: z.string(),
  to: z.string(),
  ratings: z.number().int().nonnegative(),
});

/** What is written to the audit log about calibration and re-expression: never a level, never a reason. */
export const CALIBRATION_ACTIONS = {
  'calibration.decide': { subjects: ['employee'], details: place, words: 'settled ratings of a person' },
  'calibration.undo': { subjects: ['employee'], details: place, words: 'took a settled rating back' },
  'reexpression.apply': {
    subjects: ['occupation'],
    details: versions,
    words: 'read ratings in another version of a framework',
  },
  'reexpression.undo': {
    subjects: ['occupation'],
    details: versions,
    words: 'took it back that ratings are read in another version of a framework',
  },
} as const;
