import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';
import {
  BETWEEN_FACTS,
  type IdRange,
  listEmploymentLines,
  listHeldLines,
  listPersonLines,
} from '../../data/present-people';
import { isAsStated } from '../../domain/as-stated';
import type { EmployeeRecord } from '../../domain/employee-row';
import type { EmployeeState, EmploymentFacts, OccupationFacts } from '../../domain/employee-state';
import { EMPLOYEE_KINDS, EMPLOYMENT_STATUSES } from '../../domain/employment-words';
import { isRoleBand } from '../../domain/role-band';
import type { Period } from '../../domain/timeline';
import { externalIdsOf } from '../external-ids-of';
import { type KnownNames, teamNames } from '../load-employee-states';

/** People whose present is in memory at a time. */
const PAGE = 5_000;
/** A file of a smaller part of everybody is planned person by person. */
const LEAST_SHARE = 0.2;

/**
 * Those of these rows, by external id, that state only what is known: most rows of a file that is read every week. The
 * directory is gone through by ids, and of each person only the present is read, so that a whole file costs little more
 * than reading it. Whoever is not named may still be as stated; planning tells.
 */
export async function listAsStated(
  ctx: TenantContext,
  records: ReadonlyMap<string, EmployeeRecord>,
  names: KnownNames,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  if (records.size < names.directory.length * LEAST_SHARE) return found;
  const read = presentReader(names);
  const ids = names.directory.map((row) => row.employeeId).sort();
  for await (const lines of pagesOf(ctx, ids, names.today)) {
    for (const { state, closer } of read(lines)) {
      const record = records.get(state.externalId);
      if (!record || (closer && record.occupations !== undefined)) continue;
      if (isAsStated(record, state, names.today)) found.add(state.externalId);
    }
  }
  return found;
}

interface Present {
  /** The last period alone, which has no end, and what is held now. */
  readonly state: EmployeeState;
  /** Some of what was held ended, or is only proposed: occupations take a closer look. */
  readonly closer: boolean;
}

/** What the database tells of the people of a page. */
interface PageLines {
  readonly people: readonly string[];
  readonly employments: readonly string[];
  readonly held: readonly string[];
}

/** The pages one after the other; the server reads the next one while a page is looked at. */
async function* pagesOf(
  ctx: TenantContext,
  ids: readonly string[],
  today: string,
): AsyncGenerator<PageLines> {
  const ask = async (page: readonly string[]): Promise<PageLines> => {
    const range: IdRange = { first: page.at(0) ?? '', last: page.at(-1) ?? '' };
    const [people, employments, held] = await Promise.all([
      listPersonLines(ctx, range),
      listEmploymentLines(ctx, range, today),
      listHeldLines(ctx, range),
    ]);
    return { people, employments, held };
  };
  const pages = [...batches(ids, PAGE)];
  let asked: Promise<PageLines> | undefined;
  for (const [at, page] of pages.entries()) {
    const lines = await (asked ?? ask(page));
    const next = pages[at + 1];
    asked = next && ask(next);
    // Told when it is awaited; whoever stops before that has been told something else.
    asked?.catch(() => {});
    yield lines;
  }
}

function presentReader(names: KnownNames): (lines: PageLines) => Present[] {
  const factsOf = employmentReader(names);
  return (lines) => {
    const employments = new Map<string, EmployeeState['employments']>();
    for (const line of lines.employments) {
      const [employeeId = '', validFrom = '', ...facts] = line.split(BETWEEN_FACTS);
      const read = factsOf(facts);
      if (read) employments.set(employeeId, [{ validFrom, validTo: null, facts: read }]);
    }
    const held = readHeld(lines.held);
    const present: Present[] = [];
    for (const line of lines.people) {
      const facts = line.split(BETWEEN_FACTS);
      const [employeeId = '', externalId = '', name = '', email, word, startedOn] = facts;
      const kind = EMPLOYEE_KINDS.find((one) => one === word);
      const periods = employments.get(employeeId);
      if (!kind || !periods || facts.length !== 6) continue;
      const { occupations, closer } = held.get(employeeId) ?? NOTHING_HELD;
      const person = { externalId, name, email: email || null, kind, startedOn: startedOn || null };
      present.push({ state: { ...person, endedOn: null, employments: periods, occupations }, closer });
    }
    return present;
  };
}

/** Reads title, team, site, manager, status and availability, in the words of the file. */
function employmentReader(names: KnownNames): (facts: readonly string[]) => EmploymentFacts | undefined {
  const externalIdOf = externalIdsOf(names.directory);
  const pathOf = teamNames(names.places, names.today);
  const siteOf = new Map(names.sites.map((site) => [site.siteId, site.name]));
  return (facts) => {
    const [title = '', teamId = '', siteId = '', managerId = '', word, available] = facts;
    const status = EMPLOYMENT_STATUSES.find((one) => one === word);
    if (!status || facts.length !== 6) return undefined;
    return {
      title,
      team: pathOf.get(teamId) ?? teamId,
      site: siteId === '' ? null : (siteOf.get(siteId) ?? siteId),
      managerExternalId: managerId === '' ? null : (externalIdOf.get(managerId) ?? null),
      status,
      available: available === 't' || available === 'true',
      absence: null,
    };
  };
}

interface Held {
  readonly occupations: Map<string, Period<OccupationFacts>[]>;
  closer: boolean;
}

const NOTHING_HELD: Held = { occupations: new Map(), closer: false };

function readHeld(lines: readonly string[]): ReadonlyMap<string, Held> {
  const people = new Map<string, Held>();
  for (const line of lines) {
    const [employeeId = '', soc = '', validFrom = '', share, band, closer] = line.split(BETWEEN_FACTS);
    const held = people.get(employeeId) ?? { occupations: new Map(), closer: false };
    people.set(employeeId, held);
    const bandNumber = Number(band);
    const roleBand = isRoleBand(bandNumber) ? bandNumber : null;
    // That somebody confirmed it is looked at; who did is not.
    const facts = { roleBand, share: Number(share), confirmedBy: 'somebody' };
    held.occupations.set(soc, [{ validFrom, validTo: null, facts }]);
    if (closer !== '') held.closer = true;
  }
  return people;
}
