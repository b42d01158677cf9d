import type { TenantContext } from '#db/tenancy';
import { listEmployeeOccupationsOn } from '../data/employee-occupations';
import { countSelection, type ListedPerson, listPeopleRange, type PeopleRange } from '../data/people-list';
import { listSites } from '../data/sites';
import type { EmployeeKind, EmploymentStatus } from '../domain/employee-row';
import { type PeoplePlace, readPeopleCursor, writePeopleCursor } from '../domain/people-cursor';
import type { PeopleSort } from '../domain/people-filter';
import { foldedText } from '../domain/people-search';
import type { RoleBand } from '../domain/role-band';
import { getTeamTree } from './get-team-tree';
import { listPeopleNames } from './list-people-names';
import { type PeopleQuestion, selectPeople } from './select-people';

export interface ListQuestion extends PeopleQuestion {
  readonly sort: PeopleSort;
  /** From the page before or after; null, or none of this list: from the first. */
  readonly cursor: string | null;
  readonly limit: number;
  /** Whether to count how many there are, where the cursor does not say. */
  readonly counted: boolean;
}

export interface OccupationHeld {
  readonly soc: string;
  readonly roleBand: RoleBand | null;
  /** Whole percent, 1 to 100. */
  readonly share: number;
  /** False: proposed, and nobody confirmed it yet. */
  readonly confirmed: boolean;
}

/** A person in a list, as on its day; of one who begins later, as on the first day. */
export interface PersonListed {
  readonly employeeId: string;
  readonly name: string;
  readonly title: string;
  readonly teamId: string;
  /** "A / B / C"; null where the team is not there on the day. */
  readonly team: string | null;
  readonly siteId: string | null;
  readonly site: string | null;
  readonly managerId: string | null;
  readonly manager: string | null;
  /** By share from the largest, then by code. */
  readonly occupations: readonly OccupationHeld[];
  /** null for whoever only meets colleagues: it is nobody else's business. */
  readonly details: PersonDetails | null;
}

export interface PersonDetails {
  readonly externalId: string;
  readonly email: string | null;
  readonly status: EmploymentStatus;
  readonly kind: EmployeeKind;
  readonly available: boolean;
  readonly absence: ListedPerson['absence'];
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  /** The day on which the person begins, where that is after the day of the list. */
  readonly beginsOn: string | null;
}

export interface PeoplePage {
  readonly day: string;
  readonly today: string;
  readonly rows: readonly PersonListed[];
  /** How many there are on all pages, as counted with the first one; null: nobody counted. */
  readonly total: number | null;
  /** How many stand before the first row. */
  readonly index: number;
  /** Cursors of the pages after and before this one; null where there is none. */
  readonly next: string | null;
  readonly previous: string | null;
  /** Whether addresses, statuses and availability are told. */
  readonly detailed: boolean;
}

/** A page of the people whom the filter describes and the viewer meets on the day. */
export async function listPeople(ctx: TenantContext, question: ListQuestion): Promise<PeoplePage> {
  const { sort, limit } = question;
  const place = question.cursor === null ? null : readPeopleCursor(question.cursor, sort);
  const selection = await selectPeople(ctx, question);
  const { day, today, scope } = selection;
  const teams = new Map((await getTeamTree(ctx, day)).map((team) => [team.teamId, team.path]));
  const { rows: found, ...counted } = await listPeopleRange(ctx, selection, rangeOf(question, place, teams));
  const more = found.length > limit;
  const backwards = place?.direction === 'before';
  const shown = !more ? found : backwards ? found.slice(1) : found.slice(0, limit);
  const count = async () => counted.total ?? (await countSelection(ctx, selection));
  const total = place?.total ?? (question.counted ? await count() : null);
  const index = indexOf(place, { shown: shown.length, more });
  const cursor = (direction: 'after' | 'before', row: ListedPerson | undefined, at: number) =>
    row ? writePeopleCursor({ direction, sort, index: at, total, keys: row.keys }) : null;
  const hasNext = backwards ? place !== null : more;
  const hasPrevious = backwards ? more : place !== null && index > 0;
  return {
    ...{ day, today, total, index, detailed: scope.detailed },
    rows: await describe(ctx, shown, { day, teams, detailed: scope.detailed }),
    next: hasNext ? cursor('after', shown.at(-1), index + shown.length) : null,
    previous: hasPrevious ? cursor('before', shown[0], index) : null,
  };
}

function rangeOf(
  { sort, limit }: ListQuestion,
  place: PeoplePlace | null,
  teams: ReadonlyMap<string, string>,
): PeopleRange {
  const teamKeys = new Map([...teams].map(([teamId, path]) => [teamId, foldedText(path)]));
  const beside = place && place.direction !== 'at' ? { direction: place.direction, keys: place.keys } : null;
  return {
    sort,
    teamKeys,
    beside,
    offset: place?.direction === 'at' ? place.index : 0,
    // One more, to know whether there is another page.
    limit: limit + 1,
  };
}

function indexOf(
  place: PeoplePlace | null,
  { shown, more }: { readonly shown: number; readonly more: boolean },
): number {
  if (!place) return 0;
  if (place.direction !== 'before') return place.index;
  return more ? Math.max(0, place.index - shown) : 0;
}

interface Described {
  readonly day: string;
  readonly teams: ReadonlyMap<string, string>;
  readonly detailed: boolean;
}

async function describe(
  ctx: TenantContext,
  people: readonly ListedPerson[],
  { day, teams, detailed }: Described,
): Promise<PersonListed[]> {
  const sites = new Map((await listSites(ctx)).map((site) => [site.siteId, site.name]));
  const managers = await listPeopleNames(
    ctx,
    people.flatMap(({ managerId }) => managerId ?? []),
  );
  const held = await occupationsOf(ctx, people, day);
  return people.map((person) => ({
    employeeId: person.employeeId,
    name: person.name,
    title: person.title,
    teamId: person.teamId,
    team: teams.get(person.teamId) ?? null,
    siteId: person.siteId,
    site: person.siteId === null ? null : (sites.get(person.siteId) ?? null),
    managerId: person.managerId,
    manager: person.managerId === null ? null : (managers.get(person.managerId) ?? null),
    occupations: held.get(person.employeeId) ?? [],
    details: detailed ? detailsOf(person, day) : null,
  }));
}

function detailsOf(person: ListedPerson, day: string): PersonDetails {
  const { externalId, email, status, kind, available, absence, startedOn, endedOn, validFrom } = person;
  const beginsOn = validFrom > day ? validFrom : null;
  return { externalId, email, status, kind, available, absence, startedOn, endedOn, beginsOn };
}

async function occupationsOf(
  ctx: TenantContext,
  people: readonly ListedPerson[],
  day: string,
): Promise<Map<string, OccupationHeld[]>> {
  const held = new Map<string, OccupationHeld[]>();
  const days = Map.groupBy(people, ({ validFrom }) => (validFrom > day ? validFrom : day));
  for (const [on, these] of days) {
    const ids = these.map(({ employeeId }) => employeeId);
    for (const { employeeId, soc, roleBand, share, confirmedBy } of await listEmployeeOccupationsOn(
      ctx,
      ids,
      on,
    )) {
      const known = held.get(employeeId) ?? [];
      held.set(employeeId, [...known, { soc, roleBand, share, confirmed: confirmedBy !== null }]);
    }
  }
  for (const list of held.values()) list.sort((a, b) => b.share - a.share);
  return held;
}
