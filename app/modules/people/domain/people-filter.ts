import { type DayText, isDay } from '~/shared/calendar-day';
import { EMPLOYEE_KINDS, type EmployeeKind } from './employment-words';
import { isRoleBand, type RoleBand } from './role-band';

/**
 * Statuses that a list can be narrowed to. present: active or on leave; planned: begins after the day; known: whoever
 * began until the day; all: both.
 */
export const PEOPLE_STATUSES = ['present', 'active', 'leave', 'left', 'planned', 'known', 'all'] as const;
export type PeopleStatus = (typeof PEOPLE_STATUSES)[number];

export const PEOPLE_SORTS = ['name', 'team', 'title'] as const;
export type PeopleSort = (typeof PEOPLE_SORTS)[number];

/** Most characters of a search. */
export const LONGEST_QUERY = 200;

/** Whom a list shows. Ids that nobody has find nobody. */
export interface PeopleFilter {
  /** Words of name, external id, title or e-mail address, in any order; empty: everybody. */
  readonly query: string;
  /** Id of a team, with all beneath it on the day. */
  readonly team: string | null;
  /** Id of a site. */
  readonly site: string | null;
  /** Occupation code. */
  readonly occupation: string | null;
  readonly band: RoleBand | null;
  readonly status: PeopleStatus;
  readonly kind: EmployeeKind | null;
  /** Only those without a confirmed occupation on the day. */
  readonly unmapped: boolean;
}

/** Everybody who is active or on leave. */
export const EVERYBODY_PRESENT: PeopleFilter = {
  query: '',
  team: null,
  site: null,
  occupation: null,
  band: null,
  status: 'present',
  kind: null,
  unmapped: false,
};

/** What the address of the list says. */
export interface PeopleAddress {
  readonly filter: PeopleFilter;
  /** null: today. */
  readonly asOf: DayText | null;
  readonly sort: PeopleSort;
  readonly cursor: string | null;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** O*NET-SOC 2019 code. */
const OCCUPATION_CODE = /^\d{2}-\d{4}\.\d{2}$/;
const CURSOR = /^[A-Za-z0-9_.-]{1,4000}$/;

/** Reads the address of a page; what cannot be meant is passed over. */
export function readPeopleAddress(search: URLSearchParams): PeopleAddress {
  const text = (name: string) => (search.get(name) ?? '').toWellFormed().replaceAll('\u0000', '').trim();
  const matching = (name: string, form: RegExp) => (form.test(text(name)) ? text(name) : null);
  const among = <T extends string>(name: string, words: readonly T[]) =>
    words.find((word) => word === text(name)) ?? null;
  const band = Number(text('band'));
  return {
    filter: {
      query: [...text('query')].slice(0, LONGEST_QUERY).join(''),
      team: matching('team', UUID),
      site: matching('site', UUID),
      occupation: matching('occupation', OCCUPATION_CODE),
      band: isRoleBand(band) ? band : null,
      status: among('status', PEOPLE_STATUSES) ?? 'present',
      kind: among('kind', EMPLOYEE_KINDS),
      unmapped: text('unmapped') === 'yes',
    },
    asOf: isDay(text('asOf')) ? text('asOf') : null,
    sort: among('sort', PEOPLE_SORTS) ?? 'name',
    cursor: matching('cursor', CURSOR),
  };
}

/** The names and values in the address of a state, without those that need not stand there. */
export function peopleSearch({ filter, asOf, sort, cursor }: PeopleAddress): [string, string][] {
  const { query, team, site, occupation, band, status, kind, unmapped } = filter;
  const pairs: [string, string | null][] = [
    ['query', query || null],
    ['team', team],
    ['site', site],
    ['occupation', occupation],
    ['band', band === null ? null : String(band)],
    ['status', status === 'present' ? null : status],
    ['kind', kind],
    ['unmapped', unmapped ? 'yes' : null],
    ['asOf', asOf],
    ['sort', sort === 'name' ? null : sort],
    ['cursor', cursor],
  ];
  return pairs.flatMap(([name, value]) => (value === null ? [] : [[name, value] as [string, string]]));
}

/** Whether anything narrows the list. */
export function isNarrowed(filter: PeopleFilter): boolean {
  return Object.entries(EVERYBODY_PRESENT).some(
    ([name, usual]) => filter[name as keyof PeopleFilter] !== usual,
  );
}
