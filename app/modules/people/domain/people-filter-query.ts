import { z } from 'zod';
import { isDay } from '~/shared/calendar-day';
import { EMPLOYEE_KINDS } from './employment-words';
import { OCCUPATION_CODE } from './occupation-cell';
import { LONGEST_QUERY, PEOPLE_STATUSES, type PeopleFilter } from './people-filter';
import { isRoleBand } from './role-band';

/** The filter in a query string of the API; unknown names are refused. Without a status whoever is known. */
export const peopleFilterQuery = z.strictObject({
  /** Words of name, external id, title or e-mail address. */
  query: z.string().trim().max(LONGEST_QUERY).optional(),
  /** Id of a team, with all beneath it. */
  team: z.uuid().optional(),
  site: z.uuid().optional(),
  occupation: z
    .string()
    .regex(OCCUPATION_CODE, 'An occupation code such as 33-9032.00 is expected.')
    .optional(),
  band: z.coerce.number().refine(isRoleBand, 'A role band, 1 to 4, is expected.').optional(),
  status: z.enum(PEOPLE_STATUSES).optional(),
  kind: z.enum(EMPLOYEE_KINDS).optional(),
  unmapped: z.enum(['yes', 'no']).optional(),
  /** A day, YYYY-MM-DD; today when left out. */
  asOf: z.string().refine(isDay, 'A day written as YYYY-MM-DD is expected.').optional(),
});

/** The filter that a query of the API states. */
export function filterOfQuery(query: z.output<typeof peopleFilterQuery>): PeopleFilter {
  const { team = null, site = null, occupation = null, band = null, kind = null } = query;
  return {
    query: query.query ?? '',
    team,
    site,
    occupation,
    band,
    kind,
    status: query.status ?? 'all',
    unmapped: query.unmapped === 'yes',
  };
}
