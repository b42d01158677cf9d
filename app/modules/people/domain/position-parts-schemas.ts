import { z } from 'zod';
import { isDay } from '~/shared/calendar-day';
import { OCCUPATION_CODE } from './occupation-cell';
import { isRoleBand, type RoleBand } from './role-band';
import type { TargetLevel, TargetWeight } from './target-row';

const DIMENSION_NAMES = 64;
const day = z.string().refine((text) => isDay(text) && text >= '1900-01-01' && text <= '2199-12-31', {
  message: 'is no day from 1900 to 2199 written as YYYY-MM-DD.',
});
const level = z.int().min(0).max(4);
const weight = z.int().min(0).max(3);

const asked = {
  dimension: z.string().max(DIMENSION_NAMES),
  level: level.transform((value) => value as TargetLevel),
  weight: weight.transform((value) => value as TargetWeight),
  critical: z.boolean(),
};

/** A post's own profile as it holds today. Without a reason a dimension counts for no succession. */
export const positionProfileSchema = z.object({
  dimensions: z.array(
    z.object({
      ...{ dimension: z.string(), level, weight, critical: z.boolean() },
      reason: z.string().nullable(),
      /** Where the reason was chosen from; null: written by hand, or none. */
      reasonSource: z.string().nullable(),
      saidOn: z.string().nullable(),
    }),
  ),
  /** Days on which it changes later. */
  changesOn: z.array(z.string()),
});

/** What was written, and what follows that may not be meant. */
export const positionProfileAnswer = positionProfileSchema.extend({
  warnings: z.array(z.object({ pointer: z.string(), detail: z.string() })).meta({
    description:
      'The post had no profile of its own until then: once it has, only the dimensions that are named count.',
  }),
});

/** PUT /api/v1/positions/:id/profile: every dimension that the post asks for; none: it has no own profile. */
export const positionProfileBody = z.strictObject({
  dimensions: z
    .array(
      z.strictObject({
        ...asked,
        weight: asked.weight.default(1),
        critical: asked.critical.default(false),
        /** As it stands on the day, or left out: a program changes none. */
        reason: z.string().nullable().optional(),
        reasonSource: z.string().nullable().optional(),
        saidOn: z.string().nullable().optional(),
      }),
    )
    .max(DIMENSION_NAMES)
    .refine((all) => new Set(all.map(({ dimension }) => dimension)).size === all.length, {
      message: 'names a dimension twice.',
    }),
  /** The first day on which it holds; today when left out. */
  from: day.optional(),
});

const ids = z.array(z.guid().transform((text) => text.toLowerCase())).max(1_000);

/** From where a post may be filled; an empty list does not narrow. */
export const positionPoolSchema = z.strictObject({
  bands: z
    .array(z.int().refine((band): band is RoleBand => isRoleBand(band), 'is not a role band, 1 to 4.'))
    .max(4),
  occupations: z
    .array(z.string().regex(OCCUPATION_CODE, 'is not an occupation code such as 33-9032.00.'))
    .max(1_000),
  teamIds: ids,
  siteIds: ids,
});

/** The resources of this file, as the API describes itself. */
export const POSITION_PART_RESOURCES = [
  {
    path: '/positions/{id}/profile',
    summary: 'What the post itself asks for today; absent for roles that meet their own team only.',
    answer: positionProfileSchema,
  },
  {
    path: '/positions/{id}/profile',
    method: 'put',
    summary:
      'Writes the whole of it from a day on, in place of what was planned after it; dimensions that are left out are taken out. Why a dimension is job-related is said by a person in the browser: where the dimension stays, each reason is kept on the days for which it was given, planned ones too. A reason may be sent as it stands on the first day; another one is refused with 422.',
    body: positionProfileBody,
    answer: positionProfileAnswer,
  },
  {
    path: '/positions/{id}/pool',
    summary: 'From where the post may be filled; people entered by hand are not in it.',
    answer: positionPoolSchema,
  },
  {
    path: '/positions/{id}/pool',
    method: 'put',
    summary: 'Writes the filters, all of them; people entered by hand stay.',
    body: positionPoolSchema,
    answer: positionPoolSchema,
  },
] as const;
