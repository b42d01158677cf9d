import { z } from 'zod';
import { MAPPING_STATES } from './mapping-state';

/** Query of GET /api/v1/mappings. */
export const mappingsQuery = z.strictObject({
  /** Only titles in this state; review: all but mapped ones. */
  state: z.enum(['review', ...MAPPING_STATES]).optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(50),
  cursor: z.string().min(1).max(1_000).optional(),
});

const held = z.object({ soc: z.string(), title: z.string(), people: z.int() });

/** Answer of GET /api/v1/mappings, in order of key. */
export const mappingsAnswer = z.object({
  items: z.array(
    z.object({
      /** What the titles read as: the same for all of them. */
      key: z.string(),
      title: z.string(),
      spellings: z.array(
        z.object({ title: z.string(), people: z.int(), bandHint: z.int().min(1).max(4).nullable() }),
      ),
      states: z.array(z.enum(MAPPING_STATES)),
      people: z.int(),
      unmapped: z.int(),
      held: z.array(held),
      /** Occupations that a newer release has no more, or calls otherwise. */
      faults: z.array(z.object({ soc: z.string(), was: z.string().nullable(), now: z.string().nullable() })),
      remembered: z
        .array(
          z.object({
            soc: z.string(),
            title: z.string(),
            share: z.int(),
            roleBand: z.int().min(1).max(4).nullable(),
          }),
        )
        .nullable(),
      /** Null while the title was not matched yet. */
      candidates: z
        .array(
          z.object({
            soc: z.string(),
            title: z.string(),
            score: z.number(),
            matchedTitle: z.string(),
            reason: z.string(),
          }),
        )
        .nullable(),
    }),
  ),
});

/** Any body: a mapping is not made by a token. */
export const anyMapping = z.unknown();

/** The resources of this file, as the API describes itself. */
export const MAPPING_RESOURCES = [
  {
    path: '/mappings',
    summary: 'Titles that people have, with the occupations that they are or may be, and why.',
    query: mappingsQuery,
    answer: mappingsAnswer,
  },
  {
    path: '/mappings',
    method: 'post',
    summary: 'Always refused with 403: a mapping is confirmed by a person.',
    body: anyMapping,
    answer: z.never(),
  },
] as const;
