import { z } from 'zod';
import type { POSITION_FILTERS } from './position-filter';

const flag = z.literal('1').optional();
const text = (max: number) => z.string().trim().max(max).optional();

/** What narrows a list of posts, as an address says it. */
export const positionFilterQuery = z.strictObject({
  /** Words in the title or the number. */
  query: text(200),
  /** A team with all beneath it. */
  team: z.guid().optional(),
  site: z.guid().optional(),
  occupation: text(10),
  critical: flag,
  vacant: flag,
  /** Posts without an own profile. */
  unwritten: flag,
  /** Closed posts instead of those that stand. */
  closed: flag,
} satisfies Record<(typeof POSITION_FILTERS)[number], z.ZodType>);
