import { z } from 'zod';
import { isDay } from '~/shared/calendar-day';
import { AVAILABILITIES } from './availability';
import { EMAIL, EMPLOYEE_KINDS, EMPLOYMENT_STATUSES } from './employee-row';
import { lineField } from './line-field';
import { OCCUPATION_CODE } from './occupation-cell';
import { isRoleBand } from './role-band';

const MAX_OCCUPATIONS = 10;

const day = z.string().refine(isDay, 'is not a day written as YYYY-MM-DD.');
const email = lineField(320).refine((text) => EMAIL.test(text), 'is not an e-mail address.');
const roleBand = z.number().refine(isRoleBand, 'is not a role band, 1 to 4.');

const occupation = z.strictObject({
  soc: z.string().regex(OCCUPATION_CODE, 'is not an occupation code such as 33-9032.00.'),
  /** Left out: the band known for the code stays. */
  roleBand: roleBand.nullable().optional(),
  share: z.number().int('is not a whole percent.').min(1, 'is less than 1.').max(100, 'is more than 100.'),
});

const occupations = z
  .array(occupation)
  .max(MAX_OCCUPATIONS, `names more than ${MAX_OCCUPATIONS} occupations.`)
  .superRefine((all, ctx) => {
    const total = all.reduce((sum, { share }) => sum + share, 0);
    if (total > 100)
      ctx.addIssue({ code: 'custom', message: `has shares that add up to ${total}, more than 100.` });
    if (new Set(all.map(({ soc }) => soc)).size < all.length)
      ctx.addIssue({ code: 'custom', message: 'names an occupation twice.' });
  });

/** Everything about a person that can be said in a request, as the API writes it (api.md); ids of this organization. */
const fields = {
  name: lineField(200),
  email: email.nullable(),
  title: lineField(300),
  teamId: z.guid('is not an id.'),
  managerId: z.guid('is not an id.').nullable(),
  siteId: z.guid('is not an id.').nullable(),
  status: z.enum(EMPLOYMENT_STATUSES),
  startedOn: day.nullable(),
  endedOn: day.nullable(),
  kind: z.enum(EMPLOYEE_KINDS),
  available: z.boolean(),
  occupations,
};

/** What the API changes about a person: what is left out stays. */
export const employeePatch = z.strictObject(fields).partial();

/** PATCH /employees/:id: the same, and the first day on which it holds; today when left out. */
export const employeePatchBody = employeePatch.extend({ from: day.optional() });

/** A person to add. */
export const employeeCreation = employeePatch.extend({
  externalId: lineField(200),
  name: fields.name,
  title: fields.title,
  teamId: fields.teamId,
});

/** What the pages change about a person, or about many. */
export const personForm = employeePatch.extend({
  availability: z.enum(AVAILABILITIES).optional(),
  /** The band of each occupation held; where occupations are stated, theirs count. */
  roleBand: roleBand.optional(),
});
export const newPersonForm = employeeCreation.extend({ availability: z.enum(AVAILABILITIES).optional() });

/** Fields by id, checked each by itself. */
export type PersonFields = z.output<typeof personForm>;
export type NewPersonFields = z.output<typeof newPersonForm>;
