import fc from 'fast-check';
import { DIMENSIONS, INSTRUMENTS, type Instrument } from '~/modules/frameworks/domain/dimension';

export const TEAMS = ['North', 'North / Dock', 'North / Dock / Night', 'South', 'South / Gate'] as const;
export const SOCS = ['33-9032.00', '33-1091.00'] as const;

export interface Person {
  readonly team: number;
  readonly status: 'active' | 'leave' | 'left';
  readonly available: boolean;
  readonly occupation: string;
  readonly band: number;
  readonly site: string;
  readonly kind: 'employee' | 'agency';
}
interface Rating {
  readonly person: number;
  readonly rater: 'self' | 'manager' | 'calibrated';
  readonly daysAgo: number;
  readonly dimension: (typeof DIMENSIONS)[number];
  readonly level: number | '?';
  readonly soc: string;
}
/** What happens to an organization between two days; what is not possible as it stands is refused and changes nothing. */
export type Edit =
  /** What the file says holds so many days from now. */
  | { readonly kind: 'people'; readonly people: readonly Person[]; readonly ahead: number }
  | { readonly kind: 'targets'; readonly level: number; readonly ahead: number }
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'method'; readonly instruments: readonly Instrument[]; readonly halfLifeMonths: number }
  | { readonly kind: 'ratings'; readonly ratings: readonly Rating[] }
  /** A team with everything beneath; under: number of the new parent, null to the top. */
  | { readonly kind: 'move'; readonly team: number; readonly under: number | null; readonly ahead: number }
  /** The first thing that is planned for the team. */
  | { readonly kind: 'planned'; readonly team: number }
  /** One of the ratings of a person that stand. */
  | { readonly kind: 'withdraw'; readonly person: number; readonly which: number }
  | { readonly kind: 'erase'; readonly person: number };

export const PEOPLE = 7;
const person: fc.Arbitrary<Person> = fc.record({
  team: fc.nat(TEAMS.length - 1),
  status: fc.constantFrom('active', 'active', 'active', 'leave', 'left'),
  available: fc.boolean(),
  occupation: fc.constantFrom(
    '',
    SOCS[0] ?? '',
    SOCS[1] ?? '',
    `${SOCS[0]}:60;${SOCS[1]}:40`,
    `${SOCS[0]}:85;${SOCS[1]}:15`,
  ),
  band: fc.integer({ min: 1, max: 4 }),
  site: fc.constantFrom('', 'Harbour', 'Airport'),
  kind: fc.constantFrom('employee', 'agency'),
});
const rating: fc.Arbitrary<Rating> = fc.record({
  person: fc.nat(PEOPLE - 1),
  rater: fc.constantFrom('self', 'manager', 'calibrated'),
  daysAgo: fc.integer({ min: 0, max: 1500 }),
  dimension: fc.constantFrom(...DIMENSIONS),
  level: fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constant('?' as const)),
  soc: fc.constantFrom(...SOCS),
});
const team = fc.nat(TEAMS.length - 1);
const one = fc.nat(PEOPLE - 1);
const ahead = fc.constantFrom(0, 0, 4, -6);
export const everybody = fc.array(person, { minLength: PEOPLE, maxLength: PEOPLE });
export const edits: fc.Arbitrary<Edit[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('people' as const), people: everybody, ahead }),
    fc.record({ kind: fc.constant('targets' as const), level: fc.integer({ min: 1, max: 4 }), ahead }),
    fc.record({ kind: fc.constant('days' as const), days: fc.constantFrom(1, 4, 9, 200) }),
    fc.record({
      kind: fc.constant('method' as const),
      instruments: fc.constantFrom(INSTRUMENTS, ['durable'] as const, ['durable', 'mastery'] as const),
      halfLifeMonths: fc.constantFrom(18, 6),
    }),
    fc.record({
      kind: fc.constant('ratings' as const),
      ratings: fc.array(rating, { minLength: 1, maxLength: 40 }),
    }),
    fc.record({
      kind: fc.constant('move' as const),
      team,
      under: fc.option(team),
      ahead: fc.constantFrom(0, 0, -3, 4),
    }),
    fc.record({ kind: fc.constant('planned' as const), team }),
    fc.record({ kind: fc.constant('withdraw' as const), person: one, which: fc.nat(30) }),
    fc.record({ kind: fc.constant('erase' as const), person: one }),
  ),
  { minLength: 1, maxLength: 8 },
);

/** Of each edit, whether the next one happens before anything is computed. */
export const waits = fc.array(fc.boolean(), { minLength: 9, maxLength: 9 });
