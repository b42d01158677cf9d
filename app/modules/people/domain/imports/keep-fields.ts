import type { DayText } from '~/shared/calendar-day';
import type { EmployeeRecord } from '../employee-row';
import type { EmployeeState } from '../employee-state';
import { factsOn } from '../timeline';

/** Fields of a person that an import can leave as they are. */
export const KEPT_FIELDS = [
  'name',
  'email',
  'title',
  'team',
  'managerExternalId',
  'site',
  'occupations',
  'status',
  'kind',
  'startedOn',
  'endedOn',
  'available',
] as const;
export type KeptField = (typeof KEPT_FIELDS)[number];

interface Kept {
  readonly fields: ReadonlySet<string>;
  readonly state: EmployeeState;
  readonly today: DayText;
}

/**
 * What a row states but for these fields, which say what is known already. A kept status keeps the day of leaving as
 * well, since that day alone would change it.
 */
export function keepFields(record: EmployeeRecord, { fields, state, today }: Kept): EmployeeRecord {
  const keeps = (field: KeptField) => fields.has(field);
  const facts = factsOn(state.employments, today) ?? state.employments.at(0)?.facts;
  return {
    externalId: record.externalId,
    name: keeps('name') ? state.name : record.name,
    email: keeps('email') ? state.email : record.email,
    title: (keeps('title') ? facts?.title : undefined) ?? record.title,
    team: (keeps('team') ? facts?.team : undefined) ?? record.team,
    managerExternalId: keeps('managerExternalId') ? undefined : record.managerExternalId,
    site: keeps('site') ? undefined : record.site,
    occupations: keeps('occupations') ? undefined : record.occupations,
    roleBand: keeps('occupations') ? undefined : record.roleBand,
    startedOn: keeps('startedOn') ? undefined : record.startedOn,
    endedOn: keeps('endedOn') || keeps('status') ? undefined : record.endedOn,
    status: keeps('status') ? undefined : record.status,
    kind: keeps('kind') ? undefined : record.kind,
    available: keeps('available') ? undefined : record.available,
  };
}
