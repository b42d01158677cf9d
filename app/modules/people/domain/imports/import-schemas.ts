import { z } from 'zod';
import { operationSchema } from '~/modules/organizations/domain/operation';
import { IMPORT_KINDS } from './import-report';
import { wordMeaningsText } from './word-meanings';

/** The fields of POST /imports beside its file. */
export const importFormSchema = z.strictObject({
  kind: z.enum(IMPORT_KINDS),
  /** leave_out: rows without a fault are taken; refuse_all: nothing is taken when one has a fault. */
  rejected: z.enum(['leave_out', 'refuse_all']).default('leave_out'),
  /** Of employees: the file holds everybody, and who is missing from it is counted. */
  everybody: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true'),
  /** Of employees: what words of the file mean, as JSON such as {"kind":{"temp":"agency"}}; remembered with its columns. */
  words: wordMeaningsText.optional().meta({
    description:
      'Of employees: what words of the columns status, kind, role_band and available mean that are not known, as JSON such as {"kind":{"temp":"agency"}}. An empty meaning takes the cell for empty. Remembered for files with the same columns.',
  }),
});

/** An import as its asker sees it: the status of its work, and what it does. */
export const importSchema = operationSchema.extend({
  kind: z.enum(IMPORT_KINDS),
  created: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  missing: z.number().int(),
  /** The first 1,000 rows that were not taken; row is the line of the file, column is empty for the whole row. */
  rejected: z.array(z.object({ row: z.number().int(), column: z.string(), reason: z.string() })),
  rejectedCount: z.number().int(),
});
export type ImportResource = z.infer<typeof importSchema>;

/** In OpenAPI: what can be asked for. */
export const IMPORT_RESOURCES = [
  {
    path: '/imports',
    method: 'post',
    summary:
      'Imports a CSV or XLSX file with the columns of its kind; a multipart form with the file and these fields. The worker does it.',
    body: importFormSchema,
    answer: importSchema,
    later: true,
  },
  { path: '/imports/{id}', summary: 'How far an import is and what it did.', answer: importSchema },
  {
    path: '/imports/{id}/undo',
    method: 'post',
    summary:
      'Takes an import of the last 30 days back, of people the last one alone, of ratings any; what somebody changed since is left as it is.',
    body: z.strictObject({}),
    answer: importSchema,
    later: true,
  },
] as const;
