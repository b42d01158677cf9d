import type { TenantContext } from '#db/tenancy';
import { reachOf } from '~/modules/organizations/domain/permissions';
import { EVERYBODY_PRESENT } from '~/modules/people/domain/people-filter';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { listPeople } from '~/modules/people/queries/list-people';
import { listPeopleOfUsers, listRatersOf, type RaterRow } from '../data/cycle-peers';
import { listCyclePeople, listCyclePeopleByName } from '../data/cycle-people';
import { type Runner, requireSeenCycle, type SeenCycle } from './require-cycle';

/** People that a search shows. */
const MOST = 20;

export interface FoundCyclePerson {
  readonly employeeId: string;
  readonly name: string;
  readonly title: string;
  readonly team: string | null;
  /** Whether the cycle rates the person. */
  readonly takesPart: boolean;
  /** The person's own end; null: that of the cycle. */
  readonly closesOn: string | null;
  /** Without those who have not rated and whose role rates nobody. */
  readonly raters: readonly Pick<RaterRow, 'raterKind' | 'state' | 'rated'>[];
}

export interface CyclePeopleQuestion {
  readonly cycleId: string;
  /** Words of names or ids; empty: the first by name. */
  readonly query: string;
  /** Users whose role rates nobody (listNonRaters). */
  readonly nonRaters: readonly string[];
}

/**
 * People by words of their name or id, in the cycle or not, those in it first; without words the first of the cycle by
 * name. As far as the viewer runs it. Throws Forbidden, NotFound.
 */
export async function findCyclePeople(
  ctx: TenantContext,
  viewer: Runner,
  { cycleId, query, nonRaters }: CyclePeopleQuestion,
) {
  const seen = await requireSeenCycle(ctx, viewer, cycleId);
  const { cycle, today, mayRun } = seen;
  const rows = query === '' ? await firstOfCycle(ctx, seen) : await findPeople(ctx, viewer, { query, today });
  const ids = rows.map(({ employeeId }) => employeeId);
  const known = new Map((await listCyclePeople(ctx, cycleId, ids)).map((one) => [one.employeeId, one]));
  const silent = await listPeopleOfUsers(ctx, nonRaters);
  const people: FoundCyclePerson[] = [];
  for (const { employeeId, name, title, team } of rows) {
    const part = known.get(employeeId);
    const asked = part ? await listRatersOf(ctx, cycleId, employeeId) : [];
    const raters = asked.filter(({ raterId, rated }) => rated || !silent.includes(raterId));
    people.push({
      ...{ employeeId, name, title, team, takesPart: part !== undefined, closesOn: part?.closesOn ?? null },
      raters: raters.map(({ raterKind, state, rated }) => ({ raterKind, state, rated })),
    });
  }
  people.sort((a, b) => Number(b.takesPart) - Number(a.takesPart));
  return { cycle, today, mayRun, people, isCut: rows.length === MOST };
}

async function findPeople(
  ctx: TenantContext,
  viewer: Runner,
  { query, today }: { readonly query: string; readonly today: string },
) {
  const { rows } = await listPeople(ctx, {
    viewer: { teamScope: viewer.teamScope, employeeId: null },
    reach: reachOf(viewer.role, 'cycles:run'),
    filter: { ...EVERYBODY_PRESENT, query },
    ...{ asOf: today, sort: 'name', cursor: null, limit: MOST, counted: false },
  });
  return rows;
}

async function firstOfCycle(ctx: TenantContext, { cycle, today, teamIds }: SeenCycle) {
  const { cycleId } = cycle;
  const rows = await listCyclePeopleByName(ctx, { cycleId, day: today, teamIds, limit: MOST });
  const pathOf = new Map((await getTeamTree(ctx, today)).map(({ teamId, path }) => [teamId, path]));
  return rows.map(({ teamId, ...person }) => ({ ...person, team: pathOf.get(teamId) ?? null }));
}
