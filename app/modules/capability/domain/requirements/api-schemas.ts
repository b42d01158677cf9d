import { z } from 'zod';
import { isDay } from '~/shared/calendar-day';
import { requirementFacts } from './requirement';
import { REQUIREMENT_STATES } from './requirement-state';

const day = z.string().refine((text) => isDay(text) && text >= '2000-01-01' && text <= '2099-12-31', {
  message: 'A day from 2000 to 2099 as YYYY-MM-DD is expected.',
});

const group = z.object({
  teamId: z.string(),
  people: z.int(),
  holders: z.int(),
  unassessed: z.int(),
  due: z.int(),
  state: z.enum(REQUIREMENT_STATES),
});

/** One requirement: the period that holds today, or the next one. */
export const requirementSchema = z.object({
  id: z.string(),
  ...requirementFacts.shape,
  validFrom: z.string(),
  validTo: z.string().nullable(),
  /** Teams that the token sees live and in full; null where its role is told no state. */
  states: z.array(group).nullable(),
});

/** Query of GET /api/v1/requirements */
export const requirementListQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(1_000).default(50),
  cursor: z.guid().optional(),
});

/** States of groups are told with each requirement by itself. */
export const requirementListSchema = z.object({ items: z.array(requirementSchema.omit({ states: true })) });

/** POST /api/v1/requirements */
export const requirementBody = z.strictObject({
  ...requirementFacts.shape,
  reason: requirementFacts.shape.reason.default(''),
  /** Today when left out. */
  validFrom: day.optional(),
});

export const requirementMade = z.object({ id: z.string() });

/** PATCH /api/v1/requirements/:id: what is left out stays as it is. */
export const requirementPatchBody = z.strictObject({
  ...requirementFacts.partial().shape,
  /** The first day on which the changes hold; today when left out. */
  validFrom: day.optional(),
  /** Ends it: the first day on which it does not hold. Not together with changes. */
  validTo: day.optional(),
});

/** The resources of requirements, as the OpenAPI document lists them. */
export const REQUIREMENT_RESOURCES = [
  {
    path: '/requirements',
    summary: 'What groups are asked to have, by id; the state of each group is told with one requirement.',
    query: requirementListQuery,
    answer: requirementListSchema,
  },
  {
    path: '/requirements',
    method: 'post',
    summary: 'Adds a requirement: at least so many holders of a level on each of the groups.',
    body: requirementBody,
    answer: requirementMade,
  },
  { path: '/requirements/{id}', summary: 'One requirement.', answer: requirementSchema },
  {
    path: '/requirements/{id}',
    method: 'patch',
    summary: 'Changes a requirement from a day on, or ends it with validTo.',
    body: requirementPatchBody,
    answer: requirementMade,
  },
] as const;
