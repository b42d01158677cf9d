import type { TenantContext } from '#db/tenancy';
import { findEmployeeIdByEmail } from '../data/email-owners';
import { findEmployee } from '../data/employees';
import { EVERYBODY_PRESENT } from '../domain/people-filter';
import { idInLabel, personLabel } from '../domain/person-labels';
import { getTeamTree } from './get-team-tree';
import { listPeople } from './list-people';

/** What a typed text means: one id, or what it could mean. */
export interface Choice {
  readonly id: string | null;
  /** Texts that would be understood, the best first. */
  readonly suggestions: readonly string[];
}

const MOST = 12;

/** The team of the day that a text means: its path, or a name that only one team has. */
export async function findTeamChoice(ctx: TenantContext, text: string, day: string): Promise<Choice> {
  const wanted = text.trim().toLowerCase();
  const tree = await getTeamTree(ctx, day);
  const exact = tree.filter(({ path }) => path.toLowerCase() === wanted);
  const named = exact.length > 0 ? exact : tree.filter(({ name }) => name.toLowerCase() === wanted);
  if (named.length === 1) return { id: named[0]?.teamId ?? null, suggestions: [] };
  const near = tree.filter(({ path }) => path.toLowerCase().includes(wanted));
  return { id: null, suggestions: near.slice(0, MOST).map(({ path }) => path) };
}

/** The person whom a text means: "Name (id)", an id, an e-mail address, or words that only one person fits. */
export async function findPersonChoice(ctx: TenantContext, text: string): Promise<Choice> {
  const wanted = text.trim();
  for (const externalId of [idInLabel(wanted), wanted]) {
    const person = externalId === null ? undefined : await findEmployee(ctx, { externalId });
    if (person) return { id: person.employeeId, suggestions: [] };
  }
  const owner = await findEmployeeIdByEmail(ctx, wanted);
  if (owner !== undefined) return { id: owner, suggestions: [] };
  const { rows } = await listPeople(ctx, {
    viewer: { teamScope: [], employeeId: null },
    reach: 'all',
    filter: { ...EVERYBODY_PRESENT, query: wanted },
    asOf: null,
    sort: 'name',
    cursor: null,
    limit: MOST,
    counted: false,
  });
  const [only] = rows;
  if (only && rows.length === 1) return { id: only.employeeId, suggestions: [] };
  return {
    id: null,
    suggestions: rows.map(({ name, details }) =>
      personLabel({ name, externalId: details?.externalId ?? '' }),
    ),
  };
}
