import type { RoleBand } from '~/modules/people/domain/role-band';
import { addDays } from '~/shared/calendar-day';
import { createRandom } from '../random';
import type { EmployeeRow } from './demo-organization';
import { drawName, mailboxOf } from './names';
import type { OrganizationSpec, SeatReference } from './organization-spec';
import { ROLES, type Role, type RoleKey } from './roles';
import { type Seat, seatsOf } from './team-tree';

/** A person of a demo organization with what the directory does not say. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly seat: Seat;
  readonly title: string;
  readonly occupation: string | null;
  readonly band: RoleBand | null;
  /** A second occupation with a share of 30 %. */
  readonly secondOccupation: string | null;
  /** The occupation held in the first cycle when it was another one. */
  readonly formerOccupation: string | null;
  readonly managerId: string | null;
  readonly startedOn: string;
  readonly endedOn: string | null;
  readonly status: EmployeeRow['status'];
  readonly kind: EmployeeRow['kind'];
  readonly available: boolean;
}

type Mark = 'leave' | 'left' | 'newcomer' | 'promoted' | 'two' | 'unavailable';

/** Whether a seat is the one that a reference names. */
export function isSeat(seat: Seat, reference: SeatReference): boolean {
  return seat.teamPath === reference.team && seat.index === reference.index;
}

function idOf(position: number): string {
  return `E${String(position + 1).padStart(4, '0')}`;
}

/** Roles that many people hold, so that one more or less away does not change a pattern. */
const COMMON_ROLES: ReadonlySet<RoleKey> = new Set([
  'guard_1',
  'guard_2',
  'guard_3',
  'operator_1',
  'operator_2',
  'specialist',
  'investigator',
]);

/** Seats that may be marked: no sign-in, pattern or sample of raters rests on them. */
function isOrdinary(seat: Seat, spec: OrganizationSpec): boolean {
  return (
    COMMON_ROLES.has(seat.role) &&
    !spec.cast.some((member) => member.seat && isSeat(seat, member.seat)) &&
    !spec.peerTeams.includes(seat.teamPath) &&
    spec.hardToRate?.team !== seat.teamPath
  );
}

/** Deals the marks of the specification to seats in an order that the slug alone decides. */
function dealMarks(seats: readonly Seat[], spec: OrganizationSpec): ReadonlyMap<number, Mark> {
  const random = createRandom(`${spec.slug}:marks`);
  const order = seats
    .map((seat, position) => ({ seat, position, draw: random.next() }))
    .sort((a, b) => a.draw - b.draw);
  const marks = new Map<number, Mark>();
  const deal = (mark: Mark, people: number, fits: (seat: Seat) => boolean): void => {
    const free = order.filter(({ seat, position }) => !marks.has(position) && fits(seat));
    for (const { position } of free.slice(0, people)) marks.set(position, mark);
  };
  const ordinary = (seat: Seat): boolean => isOrdinary(seat, spec);
  const guards = (seat: Seat): boolean => ordinary(seat) && seat.role === 'guard_2';
  deal('promoted', spec.counts.promoted, (seat) => seat.role === 'supervisor' && seat.isHead);
  deal('two', spec.counts.twoOccupations, guards);
  deal('leave', spec.counts.leave, ordinary);
  deal('left', spec.counts.left, ordinary);
  deal('newcomer', spec.counts.newcomers, ordinary);
  deal('unavailable', spec.counts.unavailable, ordinary);
  return marks;
}

/** Days before today on which a person started: newcomers after the last cycle, heads well before the first. */
function startedDaysAgo(seat: Seat, mark: Mark | undefined, seed: string): number {
  const random = createRandom(seed);
  if (mark === 'newcomer') return random.integer(6, 42);
  if (seat.isHead || mark !== undefined) return random.integer(700, 5200);
  return random.chance(0.09) ? random.integer(90, 400) : random.integer(450, 4300);
}

function kindOf(seat: Seat, seed: string): Person['kind'] {
  const random = createRandom(seed);
  if (seat.role.startsWith('guard_') && random.chance(0.14)) return 'agency';
  return seat.role === 'specialist' && random.chance(0.12) ? 'contractor' : 'employee';
}

/** Names and addresses, no two alike; people of the cast keep the names given to them. */
function nameSeats(seats: readonly Seat[], spec: OrganizationSpec): readonly string[] {
  const taken = new Set(spec.cast.map((member) => mailboxOf(member.name)));
  return seats.map((seat, position) => {
    const member = spec.cast.find((one) => one.seat && isSeat(seat, one.seat));
    if (member) return member.name;
    const random = createRandom(`${spec.slug}:${idOf(position)}:name`);
    const local = spec.sites.find((site) => site.name === seat.site)?.cultures ?? ['nordic'];
    for (;;) {
      const name = drawName(random, local);
      if (!taken.has(mailboxOf(name))) {
        taken.add(mailboxOf(name));
        return name;
      }
    }
  });
}

/** The people of an organization on `today` (YYYY-MM-DD), in the order of the team tree. */
export function peopleOf(spec: OrganizationSpec, today: string): readonly Person[] {
  const seats = seatsOf(spec.teams, createRandom(`${spec.slug}:seats`));
  const marks = dealMarks(seats, spec);
  const names = nameSeats(seats, spec);
  return seats.map((seat, position): Person => {
    const id = idOf(position);
    const mark = marks.get(position);
    const random = createRandom(`${spec.slug}:${id}:person`);
    const role: Role = ROLES[seat.role];
    const name = names[position] ?? id;
    return {
      id,
      name,
      email: `${mailboxOf(name)}@${spec.mailDomain}`,
      seat,
      title: random.pick(role.titles),
      occupation: role.occupation?.soc ?? null,
      band: role.occupation?.band ?? null,
      secondOccupation: mark === 'two' ? '43-5031.00' : null,
      formerOccupation: mark === 'promoted' ? '33-9032.00' : null,
      managerId: seat.manager === null ? null : idOf(seat.manager),
      startedOn: addDays(today, -startedDaysAgo(seat, mark, `${spec.slug}:${id}:start`)),
      endedOn: mark === 'left' ? addDays(today, -random.integer(20, 300)) : null,
      status: mark === 'leave' || mark === 'left' ? mark : 'active',
      kind: kindOf(seat, `${spec.slug}:${id}:kind`),
      available: mark !== 'leave' && mark !== 'left' && mark !== 'unavailable',
    };
  });
}

/** The line of the employees CSV for a person. */
export function toEmployeeRow(person: Person): EmployeeRow {
  const { occupation, secondOccupation } = person;
  return {
    external_id: person.id,
    name: person.name,
    email: person.email,
    title: person.title,
    team: person.seat.teamPath,
    manager_external_id: person.managerId ?? '',
    site: person.seat.site,
    occupation: secondOccupation ? `${occupation}:70;${secondOccupation}:30` : (occupation ?? ''),
    role_band: person.band === null ? '' : String(person.band),
    started_on: person.startedOn,
    ended_on: person.endedOn ?? '',
    status: person.status,
    kind: person.kind,
    available: person.available ? 'yes' : 'no',
  };
}
