import { z } from 'zod';

/** What is written when people are changed by hand. */
export const PEOPLE_ACTIONS = {
  'employee.create': { subjects: ['employee'], details: z.strictObject({}), words: 'added a person' },
  'employee.change': {
    subjects: ['employee', 'organization'],
    details: z.strictObject({
      fields: z.array(z.string()),
      people: z.number().int().positive(),
      from: z.string(),
    }),
    words: 'changed people',
  },
  'employee.own': {
    subjects: ['employee', 'organization'],
    details: z.strictObject({
      fields: z.array(z.string()).min(1),
      people: z.number().int().positive(),
    }),
    words: 'kept fields of people from imports',
  },
  'employee.ownership': {
    subjects: ['employee'],
    details: z.strictObject({ fields: z.array(z.string()).min(1) }),
    words: 'let imports change fields of a person again',
  },
  'import.rejected_export': {
    subjects: ['organization'],
    details: z.strictObject({ import: z.guid(), rows: z.number().int().nonnegative() }),
    words: 'exported the rejected rows of an import',
  },
  'employee.link': {
    subjects: ['employee'],
    details: z.strictObject({ user: z.guid(), linked: z.boolean() }),
    words: 'said who signs in as a person',
  },
} as const;
