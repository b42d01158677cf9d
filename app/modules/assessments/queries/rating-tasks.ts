import type { TenantContext } from '#db/tenancy';
import {
  DIMENSIONS,
  type Dimension,
  INSTRUMENTS,
  type Instrument,
  instrumentOf,
} from '~/modules/frameworks/domain/dimension';
import { reachOf } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { getSettings } from '~/modules/organizations/queries/get-settings';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { mainOccupation } from '~/modules/people/domain/main-occupation';
import { listOccupationsAsOf } from '~/modules/people/queries/list-occupations-as-of';
import { listTeamsOfPeople } from '~/modules/people/queries/list-teams-of-people';
import { Forbidden, NotFound } from '~/shared/errors';
import { listRatedCycles, listRatedPeople, type RatedCycle } from '../data/rater-tasks';
import type { OwnRaterKind } from '../domain/derive-rater-kind';
import { ratingHindrance } from '../domain/rating-hindrance';
import { raterKindsOf } from './rater-kinds-of';

export type Rater = Pick<Viewer, 'kind' | 'role' | 'employeeId'>;

/** One person whom the rater may rate today. */
export interface RatingTask {
  readonly employeeId: string;
  readonly raterKind: OwnRaterKind;
  /** What the person is rated as; null: nothing is confirmed. */
  readonly soc: string | null;
  /** Last day of the cycle for this person; null: outside a cycle. */
  readonly closesOn: string | null;
  /** Why nothing can be rated now; null: it can. */
  readonly hindrance: string | null;
}

export interface RatingTasks {
  readonly raterId: string;
  readonly today: string;
  /** Null: outside a cycle. */
  readonly cycle: RatedCycle | null;
  readonly instruments: readonly Instrument[];
  readonly dimensions: readonly Dimension[];
  readonly tasks: readonly RatingTask[];
}

export interface TaskQuestion {
  readonly cycleId: string | null;
  readonly employeeIds: readonly string[];
}

/** The employee id of who rates. Throws Forbidden for a token and a role that rates nobody, NotFound for who has no record. */
export function requireRater({ kind, role, employeeId }: Rater): string {
  if (kind !== 'user' || reachOf(role, 'ratings:submit') === 'none')
    throw new Forbidden('Ratings are given by a person with an own sign-in.');
  if (employeeId === null)
    throw new NotFound('Your sign-in belongs to no person of the directory, so there is nobody to rate.');
  return employeeId;
}

/** Those of these people whom the viewer may rate today, in a cycle or outside one. Throws Forbidden, NotFound. */
export async function ratingTasks(
  ctx: TenantContext,
  viewer: Rater,
  { cycleId, employeeIds }: TaskQuestion,
): Promise<RatingTasks> {
  const raterId = requireRater(viewer);
  const today = await organizationDay(ctx);
  const [cycle = null] = cycleId === null ? [] : await listRatedCycles(ctx, [cycleId]);
  if (cycleId !== null && (cycle === null || cycle.state === 'draft'))
    throw new NotFound('There is no such cycle.');
  const rated = cycle === null ? null : await listRatedPeople(ctx, cycle.cycleId, employeeIds);
  const ratedById = new Map(rated?.map((person) => [person.employeeId, person]));
  const kinds = await raterKindsOf(ctx, { raterId, employeeIds, cycleId, day: today });
  const present = await listTeamsOfPeople(ctx, [...kinds.keys()], today);
  const here = new Set(present.flatMap(({ employeeId, status }) => (status === 'left' ? [] : employeeId)));
  const held = Map.groupBy(await listOccupationsAsOf(ctx, [...here], today), (one) => one.employeeId);
  const tasks = [...kinds].flatMap(([employeeId, raterKind]): RatingTask[] => {
    const person = ratedById.get(employeeId);
    if (!here.has(employeeId) || (cycle !== null && !person)) return [];
    if (cycle !== null && !cycle.raterKinds.includes(raterKind)) return [];
    const soc = person?.soc ?? mainOccupation(held.get(employeeId) ?? [])?.soc ?? null;
    const closesOn = cycle === null ? null : (person?.closesOn ?? cycle.closesOn);
    const hindrance = ratingHindrance({ state: cycle?.state ?? null, closesOn, today, soc });
    return [{ employeeId, raterKind, soc, closesOn, hindrance }];
  });
  const asked = cycle?.instruments ?? (await getSettings(ctx)).instruments;
  const instruments = INSTRUMENTS.filter((instrument) => asked.includes(instrument));
  const dimensions = DIMENSIONS.filter((dimension) => instruments.includes(instrumentOf(dimension)));
  return { raterId, today, cycle, instruments, dimensions, tasks };
}
