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
  for (const page of batches(ids, PAGE)) {
    const range = { first: page.at(0) ?? '', last: page.at(-1) ?? '' };
    for (const { state, closer } of await read(ctx, range)) {
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

function presentReader(names: KnownNames): (ctx: TenantContext, range: IdRange) => Promise<Present[]> {
  const factsOf = employmentReader(names);
  return async (ctx, range) => {
    const employments = new Map<string, EmployeeState['employments']>();
    for (const line of await listEmploymentLines(ctx, range, names.today)) {
      const [employeeId = '', validFrom = '', ...facts] = line.split(BETWEEN_FACTS);
      const read = factsOf(facts);
      if (read) employments.set(employeeId, [{ validFrom, validTo: null, facts: read }]);
    }
    const held = await readHeld(ctx, range);
    const present: Present[] = [];
    for (const line of await listPersonLines(ctx, range)) {
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

async function readHeld(ctx: TenantContext, range: IdRange): Promise<ReadonlyMap<string, Held>> {
  const people = new Map<string, Held>();
  for (const line of await listHeldLines(ctx, range)) {
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
