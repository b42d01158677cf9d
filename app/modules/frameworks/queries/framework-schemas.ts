import { z } from 'zod';
import { DIMENSIONS, INSTRUMENTS } from '../domain/dimension';

/** A source that a statement rests on. */
const citationSchema = z.object({ source: z.string(), title: z.string() });

const statementSchema = z.object({
  /** Identity over sources and versions. */
  id: z.string(),
  /** Only for the durable instrument. */
  dimension: z.enum(DIMENSIONS).optional(),
  position: z.int(),
  /** Empty where the split of the source is lost and not confirmed. */
  label: z.string(),
  behaviour: z.string(),
  /** confirmed: a person of the organization said where label and behaviour part. */
  split: z.enum(['source', 'restored', 'unconfirmed', 'confirmed']),
  citations: z.array(citationSchema),
});

/** GET /api/v1/occupations/:soc/frameworks/:instrument */
export const frameworkSchema = z.object({
  soc: z.string(),
  instrument: z.enum(INSTRUMENTS),
  version: z.string(),
  contextCovered: z.string(),
  /** Of the organization itself, not of the shared catalogue. */
  own: z.boolean(),
  levels: z.array(
    z.object({
      rank: z.int().min(1).max(4),
      key: z.string(),
      label: z.string(),
      caption: z.string().optional(),
      statements: z.array(statementSchema),
    }),
  ),
});

/** One entry of `frameworks` of GET /api/v1/occupations/:soc. */
export const frameworkSummarySchema = z.object({
  instrument: z.enum(INSTRUMENTS),
  version: z.string(),
  /** How many statements it has. */
  statements: z.int(),
  own: z.boolean(),
});

/** Query of GET /api/v1/occupations/:soc/frameworks/:instrument; unknown names are refused. */
export const frameworkQuery = z.strictObject({
  /** Not given: the organization's own before shared ones, then the newest. */
  version: z.string().min(1).max(500).optional(),
  /** csv: a file as docs/csv.md says, in place of JSON. */
  format: z.enum(['json', 'csv']).optional(),
});

/** Query of GET /api/v1/occupations/:soc/export */
export const lerExportQuery = z.strictObject({ format: z.literal('ler') });

export type StatementResource = z.infer<typeof statementSchema>;
export type FrameworkResource = z.infer<typeof frameworkSchema>;
export type FrameworkSummary = z.infer<typeof frameworkSummarySchema>;
