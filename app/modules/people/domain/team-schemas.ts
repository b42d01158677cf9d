import { z } from 'zod';
import { isDay } from '~/shared/calendar-day';

const id = z.guid().transform((text) => text.toLowerCase());
const page = {
  limit: z.coerce.number().int().min(1).max(1000).default(50),
  /** Of the page before: from its Link header. */
  cursor: id.optional(),
};

export const teamSchema = z.object({ id: z.guid(), name: z.string(), parentId: z.guid().nullable() });
export const teamListSchema = z.object({ items: z.array(teamSchema) });
/** Query of GET /api/v1/teams; asOf left out: the organization's day. */
export const teamListQuery = z.strictObject({
  ...page,
  asOf: z.string().refine(isDay, 'is no calendar day written as YYYY-MM-DD').optional(),
});
/** POST /api/v1/teams: from the organization's day on; without parentId a top team. */
export const newTeamBody = z.strictObject({ name: z.string(), parentId: id.nullable().default(null) });
/** PATCH /api/v1/teams/:id: a move counts from the organization's day on. */
export const teamPatchBody = z
  .strictObject({ name: z.string().optional(), parentId: id.nullable().optional() })
  .refine((body) => Object.keys(body).length > 0, 'names nothing to change');

export const siteSchema = z.object({ id: z.guid(), name: z.string() });
export const siteListSchema = z.object({ items: z.array(siteSchema) });
/** Query of GET /api/v1/sites */
export const siteListQuery = z.strictObject(page);
/** POST /api/v1/sites and PATCH /api/v1/sites/:id */
export const siteBody = z.strictObject({ name: z.string() });

/** The resources of this file, as the API describes itself. */
export const TEAM_RESOURCES = [
  { path: '/teams', summary: 'Teams of a day, by id.', query: teamListQuery, answer: teamListSchema },
  {
    path: '/teams',
    method: 'post',
    summary: 'Adds a team from today on; answered with 201 and Location.',
    body: newTeamBody,
    answer: teamSchema,
  },
  { path: '/teams/{id}', summary: 'One team as it stands today.', answer: teamSchema },
  {
    path: '/teams/{id}',
    method: 'patch',
    summary: 'Renames a team, or moves it with everything beneath from today on.',
    body: teamPatchBody,
    answer: teamSchema,
  },
  { path: '/sites', summary: 'Sites, by id.', query: siteListQuery, answer: siteListSchema },
  {
    path: '/sites',
    method: 'post',
    summary: 'Adds a site; answered with 201 and Location.',
    body: siteBody,
    answer: siteSchema,
  },
  { path: '/sites/{id}', summary: 'One site.', answer: siteSchema },
  { path: '/sites/{id}', method: 'patch', summary: 'Renames a site.', body: siteBody, answer: siteSchema },
] as const;
