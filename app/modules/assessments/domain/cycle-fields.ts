import { z } from 'zod';
import { INSTRUMENTS } from '~/modules/frameworks/domain/dimension';
import { textFault } from '~/modules/people/domain/cells';
import { EMPLOYEE_KINDS } from '~/modules/people/domain/employment-words';
import { EVERYBODY_PRESENT, LONGEST_QUERY } from '~/modules/people/domain/people-filter';
import { isRoleBand } from '~/modules/people/domain/role-band';
import { isDay } from '~/shared/calendar-day';
import { type FieldError, InvalidInput } from '~/shared/errors';
import { ASKED_KINDS, type CycleFields, LONGEST_PURPOSE } from './cycle';

const LONGEST_NAME = 200;
const MOST_REMINDERS = 10;
const EARLIEST_REMINDER = 60;

/** What the form of a cycle holds, as entered. */
export interface EnteredCycle {
  readonly one: Readonly<Record<(typeof CYCLE_FORM.single)[number], string>>;
  readonly many: Readonly<Record<(typeof CYCLE_FORM.several)[number], readonly string[]>>;
}

/** The fields of the form. */
export const CYCLE_FORM = {
  single: [
    ...(['name', 'opensOn', 'closesOn', 'purpose', 'selfManager', 'peerChoice', 'peersAnonymous'] as const),
    ...(['query', 'team', 'site', 'occupation', 'band', 'kind', 'remindDays'] as const),
  ],
  several: ['instruments', 'raterKinds'],
} as const;

const ONE_OF_THESE = 'Choose one of these.';
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? null : value), schema.nullable());
const line = (most: number) =>
  z.string().transform((raw, ctx) => {
    const text = raw.trim();
    const fault = textFault(text, most);
    if (fault) ctx.addIssue({ code: 'custom', message: `This ${fault}` });
    return text;
  });

const schema = z.strictObject({
  name: line(LONGEST_NAME).refine((name) => name !== '', 'Give it a name.'),
  opensOn: z.string().refine(isDay, 'Enter a day.'),
  closesOn: z.string().refine(isDay, 'Enter a day.'),
  purpose: z.string().transform((raw, ctx) => {
    const text = raw.replaceAll('\r\n', '\n').trim();
    const fault = textFault(text, LONGEST_PURPOSE, true);
    if (fault) ctx.addIssue({ code: 'custom', message: `The purpose ${fault}` });
    return text === '' ? null : text;
  }),
  instruments: z.array(z.enum(INSTRUMENTS, ONE_OF_THESE)).min(1, 'Tick at least one.'),
  raterKinds: z.array(z.enum(ASKED_KINDS, ONE_OF_THESE)).min(1, 'Tick at least one.'),
  selfManager: z.enum(['blind', 'open'], ONE_OF_THESE),
  peerChoice: z.enum(['manager', 'person'], ONE_OF_THESE),
  peersAnonymous: z.enum(['yes', ''], ONE_OF_THESE).transform((ticked) => ticked === 'yes'),
  query: line(LONGEST_QUERY),
  team: optional(z.uuid('Choose a team of the list.')),
  site: optional(z.uuid('Choose a site of the list.')),
  occupation: optional(z.string().regex(/^\d{2}-\d{4}\.\d{2}$/, 'Choose an occupation of the list.')),
  band: optional(z.coerce.number().refine(isRoleBand, ONE_OF_THESE)),
  kind: optional(z.enum(EMPLOYEE_KINDS, ONE_OF_THESE)),
  remindDays: z.string().transform((text, ctx) => {
    const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
    const days = [...new Set(parts.map((part) => (/^\d{1,2}$/.test(part) ? Number(part) : Number.NaN)))];
    if (days.some((day) => !(day <= EARLIEST_REMINDER)) || days.length > MOST_REMINDERS)
      ctx.addIssue({ code: 'custom', message: REMINDERS });
    return days.sort((a, b) => b - a);
  }),
});

const REMINDERS = `Enter at most ${MOST_REMINDERS} numbers of days from 0 to ${EARLIEST_REMINDER}, such as 14, 7, 1.`;

/** The form as it shows these fields. */
export function enteredCycle({ peopleFilter: filter, ...fields }: CycleFields): EnteredCycle {
  const { name, opensOn, closesOn, purpose, selfManager, peerChoice, peersAnonymous } = fields;
  const { query, team, site, occupation, band, kind } = filter;
  const one = {
    ...{ name, opensOn, closesOn, purpose: purpose ?? '', selfManager, peerChoice },
    ...{ peersAnonymous: peersAnonymous ? 'yes' : '', query, team: team ?? '', site: site ?? '' },
    ...{ occupation: occupation ?? '', band: band === null ? '' : String(band), kind: kind ?? '' },
    remindDays: fields.remindDays.join(' '),
  };
  return { one, many: { instruments: fields.instruments, raterKinds: fields.raterKinds } };
}

/** The draft that a form states. Throws InvalidInput with the fields that are not right. */
export function readCycleFields({ one, many }: EnteredCycle): CycleFields {
  const parsed = schema.safeParse({ ...one, ...many });
  const errors: FieldError[] = (parsed.error?.issues ?? []).map(({ path, message }) => ({
    pointer: String(path[0] ?? ''),
    detail: message,
  }));
  if (isDay(one.opensOn) && isDay(one.closesOn) && one.closesOn < one.opensOn)
    errors.push({ pointer: 'closesOn', detail: 'The cycle ends before it opens.' });
  if (!parsed.success || errors.length > 0)
    throw new InvalidInput('Something in the form is not right. Nothing was kept.', errors);
  const { query, team, site, occupation, band, kind, ...fields } = parsed.data;
  const instruments = INSTRUMENTS.filter((one) => fields.instruments.includes(one));
  const raterKinds = ASKED_KINDS.filter((one) => fields.raterKinds.includes(one));
  const peopleFilter = { ...EVERYBODY_PRESENT, query, team, site, occupation, band, kind };
  return { ...fields, instruments, raterKinds, peopleFilter };
}
