import { z } from 'zod';

/** Tables that are taken along as files and say no more about it than how much. */
export const EXPORTED_TABLES = [
  'teams',
  'sites',
  'mappings',
  'requirements',
  'targets',
  'ai_readiness',
  'heatmap',
  'observations',
  'agreement',
] as const;

/** What is written when such a table is taken along. */
export const EXPORT_ACTIONS = {
  'table.export': {
    subjects: ['organization'],
    details: z.strictObject({
      table: z.enum(EXPORTED_TABLES),
      format: z.enum(['csv', 'xlsx', 'svg']),
      rows: z.number().int().nonnegative(),
    }),
    words: 'exported a table',
  },
} as const;
