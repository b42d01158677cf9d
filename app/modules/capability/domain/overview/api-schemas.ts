/** Shape of the API's overview, the same for answering and OpenAPI. Source: api.md, method.md 12. */
import { z } from 'zod';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import { REQUIREMENT_STATES } from '../requirements/requirement-state';
import { TILES } from './tile';

const why = z.object({
  formula: z.string(),
  inputs: z.array(z.object({ label: z.string(), value: z.string() })),
  excluded: z.array(z.object({ reason: z.string(), count: z.number().int() })),
  versions: z.string(),
});

const liveTile = z.object({
  key: z.enum(TILES),
  /** Null: nothing to compute. */
  value: z.number().nullable(),
  change: z.object({ value: z.number(), since: z.string(), otherMethod: z.boolean() }).nullable(),
  trend: z.array(
    z.object({
      asOf: z.string(),
      value: z.number(),
      /** Computed by another version of the method than today's. */
      otherMethod: z.boolean(),
    }),
  ),
  driver: z.string(),
  why: why.nullable(),
});

const weakPoint = z.object({
  teamId: z.string(),
  team: z.string(),
  dimension: z.enum(DIMENSIONS),
  level: z.number().int(),
  minimum: z.number().int(),
  holders: z.number().int(),
  state: z.enum(REQUIREMENT_STATES),
  requirementId: z.string().nullable(),
});

/** Live and in full, or what was released. */
export const overviewAnswer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('live'),
    asOf: z.string(),
    computedAt: z.string().nullable(),
    pending: z.boolean(),
    people: z.number().int(),
    tiles: z.array(liveTile),
    weak: z.array(weakPoint),
  }),
  z.object({
    kind: z.literal('released'),
    pending: z.boolean(),
    release: z.object({ id: z.string(), asOf: z.string() }).nullable(),
    aiReadiness: z.object({
      /** In words as coarse as it was released; null: too few people. */
      value: z.string().nullable(),
      people: z.number().int().nullable(),
      oldestOn: z.string().nullable(),
      why: why.nullable(),
    }),
    /** Coverage, velocity and trust as they were released. */
    figures: z.array(
      z.object({
        key: z.enum(['coverage', 'velocity', 'trust']),
        value: z.string().nullable(),
        driver: z.string(),
        why: why.nullable(),
        oldestOn: z.string().nullable(),
      }),
    ),
  }),
]);

/** Entry of the OpenAPI document. */
export const OVERVIEW_RESOURCES = [
  {
    path: '/overview',
    summary: 'The figures of the overview: live and in full, or as they were released.',
    answer: overviewAnswer,
  },
] as const;
