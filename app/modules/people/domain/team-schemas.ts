import { z } from 'zod';
import { isDay } from '~/shared/calendar-day';

const id = z.guid().transform((text) => text.toLowerCase());
const page = {
  limit: z.coerce.number().int().min(1).max(1000).default(50),
  /** Of the page before: from its Link header. */
  cursor: id.optional(),
};

const day = z.string().refine(isDay, 'is no calendar day written as YYYY-MM-DD');

export const teamSchema = z.object({
  id: z.guid(),
  name: z.string(),
  parentId: z.guid().nullable(),
  /** The first day on which it is closed: of an open team the next one, of a closed one the last; null: none, or not told. */
  closedOn: z.string().nullable(),
});
export const teamListSchema = z.object({ items: z.array(teamSchema) });
/** Query of GET /api/v1/teams; asOf left out: the organization's day. */
export const teamListQuery = z.strictObject({
  ...page,
  asOf: day.optional(),
});
/** POST /api/v1/teams: from the organization's day on; without parentId a top team. */
export const newTeamBody = z.strictObject({ name: z.string(), parentId: id.nullable().default(null) });
/** PATCH /api/v1/teams/:id */
export const teamPatchBody = z
  .strictObject({
    name: z.string().optional(),
    parentId: id.nullable().optional(),
    /** The first day on which it is closed; null opens it again, and changes nothing of a team that is open and stays so. */
    closedOn: day.nullable().optional(),
    /** The first day of the move, or of being open again; the organization's day when left out. */
    from: day.optional(),
  })
  .refine((body) => Object.keys(body).some((name) => name !== 'from'), 'names nothing to change')
  .refine(({ parentId, closedOn }) => typeof closedOn !== 'string' || parentId === undefined, {
    path: ['closedOn'],
    message: 'closes the team: it does not move with it.',
  })
  .refine(
    ({ parentId, closedOn, from }) => from === undefined || parentId !== undefined || closedOn === null,
    {
      path: ['from'],
      message: 'is the day of a move, or of being open again: say which.',
    },
  );

export const siteSchema = z.object({ id: z.guid(), name: z.string() });
export const siteListSchema = z.object({ items: z.array(siteSchema) });
/** Query of GET /api/v1/sites */
export const siteListQuery = z.strictObject(page);
/** POST /api/v1/sites and PATCH /api/v1/sites/:id */
export const siteBody = z.strictObject({ name: z.string() });
/** POST /api/v1/sites/:id/merge: the site that stays. */
export const siteMergeBody = z.strictObject({ into: id });

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
  {
    path: '/teams/{id}',
    summary: 'One team as it stands today; a closed one, for who reads all teams, as it stood last.',
    answer: teamSchema,
  },
  {
    path: '/teams/{id}',
    method: 'patch',
    summary:
      'Renames a team, moves it with everything beneath from a day on (today without from), closes it from a day (closedOn) or opens it again (null: a closed team from that day on, a planned closing is taken back, an open team stays as it is). closedOn in the answer is the next closing of an open team and the last one of a closed team.',
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
  {
    path: '/sites/{id}/merge',
    method: 'post',
    summary: 'Moves everybody of all days, and every post, to another site and removes this one.',
    body: siteMergeBody,
    answer: siteSchema,
  },
] as const;
