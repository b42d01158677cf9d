import { z } from 'zod';
import { isDay } from '~/shared/calendar-day';

const share = z.strictObject({
  soc: z.string().max(20),
  share: z.int(),
  roleBand: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).nullable(),
});

/** What somebody decides about one cluster of titles. */
const decision = z.strictObject({
  key: z.string().min(1),
  /** Of the decision that the person saw; 0: none. */
  version: z.int().min(0),
  occupations: z.array(share),
  /**
   * Nobody (what people hold is right, and stays as it is), those without a confirmed occupation, those too whose occupation is doubted, all who have the title, or some by id,
   * which is not remembered for the title.
   */
  people: z.union([z.enum(['none', 'unmapped', 'waiting', 'all']), z.array(z.uuid()).min(1)]),
});
export type MappingDecision = z.infer<typeof decision>;

/** What somebody confirms at once; input of the operation that does it for many people. */
export const mappingConfirmation = z.strictObject({
  decisions: z.array(decision).min(1),
  /** The first day of the mapping; null: since people have the title where they had no occupation, else today. */
  from: z.string().refine(isDay).nullable(),
});
export type MappingConfirmation = z.infer<typeof mappingConfirmation>;
