import { z } from 'zod';
import { operationSchema } from '~/modules/organizations/domain/operation';
import { OPERATION_STATES } from '~/modules/organizations/domain/operation-state';
import { IMPORT_KINDS, IMPORT_STATES } from './import-report';
import { wordMeaningsText } from './word-meanings';

/** The fields of POST /imports beside its file. */
export const importFormSchema = z.strictObject({
  kind: z.enum(IMPORT_KINDS).meta({ description: 'What the rows of the file are.' }),
  rejected: z.enum(['leave_out', 'refuse_all']).default('leave_out').meta({
    description:
      'leave_out: rows without a fault are taken. refuse_all: nothing is taken when one row has a fault.',
  }),
  everybody: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true')
    .meta({
      description:
        'Of employees: the file holds everybody. Who works here and is not in it is counted as `missing`, and stays until somebody says in the page of the import that they left.',
    }),
  words: wordMeaningsText.optional().meta({
    description:
      'Of employees: what words of the columns status, kind, role_band and available mean that are not known, as JSON such as {"kind":{"temp":"agency"}}. An empty meaning takes the cell for empty. Remembered for files with the same columns; of one word what was said last counts, here or in the page.',
  }),
});

const count = (description: string) => z.number().int().meta({ description });
const counts = {
  created: count('Rows, or people, that are new.'),
  changed: count('Of what is known, how many change.'),
  unchanged: count('How many say what is known.'),
  missing: count(
    'Of a file that holds everybody: who works here and is not in it. Nobody leaves by themselves.',
  ),
  rejectedCount: count('All rows that were not taken.'),
};

/** An import as its asker sees it: the status of its work, and what it does. */
export const importSchema = operationSchema.extend({
  kind: z.enum(IMPORT_KINDS),
  ...counts,
  rejected: z.array(z.object({ row: z.number().int(), column: z.string(), reason: z.string() })).meta({
    description:
      'Why rows were not taken, each fault by itself, of the first 1,000 such rows: the line of the file, the column of Cadre (empty for the whole row), the reason.',
  }),
  warnings: z.array(z.object({ pointer: z.string(), detail: z.string() })).meta({
    description:
      'What is to be known of rows that were taken, the first 200: columns that are not read, occupation codes that no catalogue holds, target profiles that had the default until now.',
  }),
});
export type ImportResource = z.infer<typeof importSchema>;

/** An import in a list: how far it is, and how much it does. */
const importItemSchema = z.object({
  id: z.guid(),
  kind: z.enum(IMPORT_KINDS),
  file: z.string().meta({ description: 'Name of the file.' }),
  stage: z.enum(IMPORT_STATES).meta({
    description:
      'new: not read. mapping: somebody has to say what its columns are. planned: a preview. applied, undone.',
  }),
  state: z
    .enum(OPERATION_STATES)
    .nullable()
    .meta({ description: 'Of the work on it that runs, or ran last; null: no longer kept.' }),
  requestedAt: z.string(),
  appliedAt: z.string().nullable(),
  undoneAt: z.string().nullable(),
  ...counts,
});
export type ImportItem = z.infer<typeof importItemSchema>;
export const importListSchema = z.object({ items: z.array(importItemSchema) });
/** Query of GET /api/v1/imports; cursor: of the page before, from its Link header. */
export const importListQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(1000).default(50),
  cursor: z.guid().optional(),
});

/** In OpenAPI: what can be asked for. */
export const IMPORT_RESOURCES = [
  {
    path: '/imports',
    summary: 'Imports, newest first, without their rows; ratings for who runs cycles everywhere.',
    query: importListQuery,
    answer: importListSchema,
  },
  {
    path: '/imports',
    method: 'post',
    summary:
      'Imports a CSV or XLSX file with the columns of its kind; a multipart form with the file and these fields. The worker does it. Columns that have other names are read as somebody named them in the page of an import of a file with the same columns.',
    body: importFormSchema,
    form: true,
    answer: importSchema,
    begun: importSchema,
    later: true,
  },
  { path: '/imports/{id}', summary: 'How far an import is and what it did.', answer: importSchema },
  {
    path: '/imports/{id}/cancel',
    method: 'post',
    summary:
      'Stops an import that waits or is being read or applied: nothing of it is kept. One that is over stays as it is. For who sent it, owners and administrators.',
    body: z.strictObject({}),
    answer: importSchema,
  },
  {
    path: '/imports/{id}/undo',
    method: 'post',
    summary:
      'Takes an import of the last 30 days back, of people the last one alone, of ratings any; what somebody changed since is left as it is.',
    body: z.strictObject({}),
    answer: importSchema,
    begun: importSchema,
    later: true,
  },
] as const;
