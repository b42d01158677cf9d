import { z } from 'zod';
import { HORIZON_SOURCES, HORIZONS } from './horizon';
import { lineField } from './line-field';
import { OCCUPATION_CODE } from './occupation-cell';
import { positionFilterQuery } from './position-filter-query';

const day = z.iso.date();
const roleBand = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);

/** A position as the API shows it; what the token's role may not read is absent. */
export const positionSchema = z.object({
  id: z.guid(),
  externalId: z.string(),
  title: z.string(),
  soc: z.string().nullable(),
  roleBand: roleBand.nullable(),
  teamId: z.guid(),
  siteId: z.guid().nullable(),
  critical: z.boolean().optional().describe('Absent for roles that meet their own team only.'),
  incumbentId: z.guid().nullable(),
  closedOn: day.nullable(),
  horizon: z
    .enum([...HORIZONS, 'unknown'])
    .nullable()
    .optional()
    .describe(
      'When the post may become vacant; null: it is. Absent unless the role is hr_partner or director.',
    ),
  horizonSource: z
    .enum(HORIZON_SOURCES)
    .nullable()
    .optional()
    .describe('How it is known. Absent where the horizon is.'),
});

export const positionListSchema = z.object({ items: z.array(positionSchema) });

export const positionListQuery = positionFilterQuery.extend({
  limit: z.coerce.number().int().min(1).max(1_000).default(50),
  cursor: z.guid().optional(),
});

const fields = {
  title: lineField(300),
  soc: z.string().regex(OCCUPATION_CODE, 'is not a code such as 33-9032.00').nullable(),
  roleBand: roleBand.nullable(),
  teamId: z.guid(),
  siteId: z.guid().nullable(),
  critical: z.boolean(),
  incumbentId: z.guid().nullable(),
  from: day.describe('The first day of the incumbent or of the vacancy; today when absent.'),
  horizon: z.enum([...HORIZONS, 'unknown']).describe('Only for the role hr_partner.'),
  horizonSource: z.enum(HORIZON_SOURCES).describe('Needed with a horizon other than unknown.'),
};

/** A new position. */
export const newPositionBody = z.strictObject({
  ...fields,
  externalId: lineField(200).optional(),
  soc: fields.soc.optional(),
  roleBand: fields.roleBand.optional(),
  siteId: fields.siteId.optional(),
  critical: fields.critical.optional(),
  incumbentId: fields.incumbentId.optional(),
  from: fields.from.optional(),
  horizon: fields.horizon.optional(),
  horizonSource: fields.horizonSource.optional(),
});

/** What changes of a position; closedOn ends it from a day on, null opens it again. */
export const positionChangeBody = z
  .strictObject(fields)
  .partial()
  .extend({ closedOn: day.nullable().optional() });

/** The resources of this file, as the API describes itself. */
export const POSITION_RESOURCES = [
  {
    path: '/positions',
    summary:
      'Positions by id, narrowed by team (with all beneath), site, occupation, critical, vacant, unwritten.',
    query: positionListQuery,
    answer: positionListSchema,
  },
  {
    path: '/positions',
    method: 'post',
    summary:
      'Adds a position; answered with 201 and Location. Without externalId it gets the next free number.',
    body: newPositionBody,
    answer: positionSchema,
  },
  { path: '/positions/{id}', summary: 'One position as it stands today.', answer: positionSchema },
  {
    path: '/positions/{id}',
    method: 'patch',
    summary: 'Changes a position, fills it (incumbentId), vacates it (null) or closes it from a day.',
    body: positionChangeBody,
    answer: positionSchema,
  },
] as const;
