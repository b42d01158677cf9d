import { z } from 'zod';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import { OCCUPATION_CODE } from '~/modules/people/domain/occupation-cell';
import { isDay } from '~/shared/calendar-day';

const code = z.string().regex(OCCUPATION_CODE, 'An O*NET-SOC code such as 33-9032.00 is expected.');
const band = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
const level = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
const weight = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);
const day = z.string().refine((text) => isDay(text) && text >= '2000-01-01' && text <= '2099-12-31', {
  message: 'A day from 2000 to 2099 as YYYY-MM-DD is expected.',
});

export const targetSchema = z.object({
  /** Occupation, band and dimension: `33-9032.00:2:leadership`. */
  id: z.string(),
  occupation: z.string(),
  roleBand: band,
  dimension: z.enum(DIMENSIONS),
  level,
  /** 0: stands in the profile and does not count. */
  weight,
  critical: z.boolean(),
});

/** GET /api/v1/targets: written targets of today; occupations and bands without any have default targets. */
export const targetListSchema = z.object({ items: z.array(targetSchema) });

export const targetListQuery = z.strictObject({
  occupation: code.optional(),
  roleBand: z.coerce.number().int().min(1).max(4).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(50),
  /** From the link to the next page. */
  cursor: z.string().max(200).optional(),
});

/** PATCH /api/v1/targets/:id: what is left out stays. */
export const targetBody = z
  .strictObject({
    /** The first day on which it holds; today when left out. */
    validFrom: day.optional(),
    level: level.optional(),
    weight: weight.optional(),
    critical: z.boolean().optional(),
  })
  .refine((body) => Object.keys(body).some((name) => name !== 'validFrom'), 'names nothing to change');

/** PATCH /api/v1/targets: all items or none. */
export const targetPatchBody = z.strictObject({
  /** The first day on which they hold; today when left out. */
  validFrom: day.optional(),
  items: z
    .array(
      z.strictObject({
        occupation: code,
        roleBand: band,
        dimension: z.enum(DIMENSIONS),
        /** null: the profile does not ask this dimension any more. A profile that asks none is the default again. */
        level: level.nullable(),
        /** Left out: as it is, 1 for a new one. */
        weight: weight.optional(),
        /** Left out: as it is, false for a new one. */
        critical: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(1000),
});

export const targetPatchAnswer = z.object({
  items: z.array(
    z.object({ index: z.int(), status: z.enum(['created', 'changed', 'removed', 'unchanged']) }),
  ),
  warnings: z.array(z.object({ pointer: z.string(), detail: z.string() })).meta({
    description:
      'Profiles that had the default target until now, each at its first item: once written, only the dimensions that are named count.',
  }),
});
export type TargetPatch = z.output<typeof targetPatchBody>;

/** The resources of target profiles, as the OpenAPI document lists them. */
export const TARGET_RESOURCES = [
  {
    path: '/targets',
    summary: 'Written targets of today; an occupation and band without any has default targets.',
    query: targetListQuery,
    answer: targetListSchema,
  },
  {
    path: '/targets',
    method: 'patch',
    summary: 'Changes targets from a day on, all items or none; dimensions that are not named stay.',
    body: targetPatchBody,
    answer: targetPatchAnswer,
  },
  {
    path: '/targets/{id}',
    summary: 'One written target of today; 404 where nothing is written.',
    answer: targetSchema,
  },
  {
    path: '/targets/{id}',
    method: 'patch',
    summary:
      'Changes a written target from a day on; what is left out stays. New ones, and taking one out, are written by PATCH /targets.',
    body: targetBody,
    answer: targetSchema,
  },
] as const;
