import { z } from 'zod';
import { EMPLOYEE_KINDS, EMPLOYMENT_STATUSES } from './employee-row';
import { PEOPLE_SORTS } from './people-filter';
import { peopleFilterQuery } from './people-filter-query';
import { employeeCreation, employeePatchBody } from './person-fields';

/** A person of the directory as the API gives them (api.md), on a day; before the first day as on the first. */
export const employeeSchema = z.object({
  id: z.guid(),
  externalId: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  title: z.string(),
  teamId: z.guid(),
  managerId: z.guid().nullable(),
  siteId: z.guid().nullable(),
  status: z.enum(EMPLOYMENT_STATUSES),
  startedOn: z.string().nullable(),
  endedOn: z.string().nullable(),
  kind: z.enum(EMPLOYEE_KINDS),
  available: z.boolean(),
  occupations: z.array(
    z.object({
      soc: z.string(),
      roleBand: z.number().int().min(1).max(4).nullable(),
      share: z.number().int().min(1).max(100),
      /** False: proposed, and no person has confirmed it yet; it counts in no figure. */
      confirmed: z.boolean(),
    }),
  ),
});
/** PATCH /api/v1/employees/:id: the person as of the day from which the change holds. */
export const changedEmployeeSchema = employeeSchema.extend({
  asOf: z.string().meta({ description: 'The day that the answer is of: from which the change holds.' }),
});
export type EmployeeResource = z.output<typeof employeeSchema>;

/** GET /api/v1/employees */
export const employeeListSchema = z.object({ items: z.array(employeeSchema) });

/** Query of GET /api/v1/employees; asOf left out: today, and whoever begins later as on the first day. */
export const employeeListQuery = z.strictObject({
  ...peopleFilterQuery.shape,
  sort: z.enum(PEOPLE_SORTS).default('name'),
  limit: z.coerce.number().int().min(1).max(1000).default(50),
  /** From the link to the next page. */
  cursor: z.string().max(8_000).optional(),
});

/** Query of GET /api/v1/employees/:id */
export const employeeQuery = z.strictObject({ asOf: peopleFilterQuery.shape.asOf });

/** The resources of this file, as the API describes itself. */
export const EMPLOYEE_RESOURCES = [
  {
    path: '/employees',
    summary: 'People of the directory, a page at a time.',
    query: employeeListQuery,
    answer: employeeListSchema,
  },
  {
    path: '/employees',
    method: 'post',
    summary: 'Adds a person; answered with 201 and Location.',
    body: employeeCreation,
    answer: employeeSchema,
  },
  {
    path: '/employees/{id}',
    summary: 'A person, by id or `externalId:E0001`.',
    query: employeeQuery,
    answer: employeeSchema,
  },
  {
    path: '/employees/{id}',
    method: 'patch',
    summary:
      'Changes a person from a day on (today without from), and answers as of that day; what is left out stays.',
    body: employeePatchBody,
    answer: changedEmployeeSchema,
  },
] as const;
