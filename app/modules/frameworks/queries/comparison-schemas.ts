import { z } from 'zod';
import { DIMENSIONS } from '../domain/dimension';

const comparedSchema = z.object({
  /** Identity over sources and versions. */
  id: z.string(),
  /** Only for the durable instrument. */
  dimension: z.enum(DIMENSIONS).optional(),
  /** Level, 1 to 4. */
  rank: z.int().min(1).max(4),
  position: z.int(),
  /** Empty where the split of the source is lost and not confirmed. */
  label: z.string(),
  behaviour: z.string(),
});

const pairSchema = z.object({ from: comparedSchema, to: comparedSchema });

/** GET /api/v1/occupations/:soc/frameworks/:instrument/compare */
export const comparisonSchema = z.object({
  /** As they stand in the version compared to. */
  same: z.array(comparedSchema),
  reworded: z.array(
    pairSchema.extend({
      /** Trigram similarity, 0 to 1. */
      similarity: z.number().min(0).max(1),
      /** Whether a person of the organization said that they are one statement. */
      confirmed: z.boolean(),
    }),
  ),
  /** The same text at another level. */
  moved: z.array(pairSchema),
  added: z.array(comparedSchema),
  removed: z.array(comparedSchema),
});

/** Query of GET /api/v1/occupations/:soc/frameworks/:instrument/compare; unknown names are refused. */
export const comparisonQuery = z.strictObject({
  /** Not given: the version before the one compared to. */
  from: z.string().min(1).max(500).optional(),
  /** Not given: the newest version. */
  to: z.string().min(1).max(500).optional(),
});

export type ComparedResource = z.infer<typeof comparedSchema>;
