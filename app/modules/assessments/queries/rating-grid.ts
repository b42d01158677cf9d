import type { TenantContext } from '#db/tenancy';
import { type Dimension, instrumentOf } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import { listRatedStatements, type RatedStatement } from '~/modules/frameworks/queries/list-rated-statements';
import { occupationTitles } from '~/modules/occupations/queries/occupation-titles';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { listDirectReports } from '~/modules/people/queries/list-direct-reports';
import { listPeopleNames } from '~/modules/people/queries/list-people-names';
import { listOwnAssessments, listOwnEarlierLevels, type OwnAssessment } from '../data/draft-assessments';
import { listOpenCycleIds, listRatedCycles, listRequests, type RatedCycle } from '../data/rater-tasks';
import type { RatingCell } from '../domain/rating-cell';
import { ownCells } from './own-cells';
import { type Rater, type RatingTask, type RatingTasks, ratingTasks, requireRater } from './rating-tasks';

/** What the rater said the time before. */
export interface Ghost {
  readonly level: Level;
  readonly assessedOn: string;
}

export interface RatedPersonView extends RatingTask {
  readonly name: string;
  /** Title of what the person is rated as. */
  readonly occupation: string | null;
  /** empty: nothing is said yet. draft: something is said that counts for nothing yet. */
  readonly state: 'empty' | 'draft' | 'submitted';
  /** Day of what counts; null: nothing does. */
  readonly submittedOn: string | null;
  readonly cells: Readonly<Partial<Record<Dimension, RatingCell | undefined>>>;
  readonly ghosts: Readonly<Partial<Record<Dimension, Ghost | undefined>>>;
}

export interface RatingGridView extends Omit<RatingTasks, 'tasks'> {
  /** Open cycles in which the viewer has somebody to rate. */
  readonly cycles: readonly Pick<RatedCycle, 'cycleId' | 'name' | 'closesOn'>[];
  readonly people: readonly RatedPersonView[];
}

/** 'own': of one's own accord. undefined: the open cycle that ends first, without one of one's own accord. */
export type AskedCycle = string | 'own' | undefined;

/** Everybody whom the viewer may rate in a cycle or of one's own accord, with what the viewer said. */
export async function ratingGrid(
  ctx: TenantContext,
  viewer: Rater,
  asked: AskedCycle,
): Promise<RatingGridView> {
  const raterId = requireRater(viewer);
  const reports = await listDirectReports(ctx, raterId, await organizationDay(ctx));
  const near = [raterId, ...reports.map(({ employeeId }) => employeeId)];
  const requests = await listRequests(ctx, raterId);
  const ids = [...(await listOpenCycleIds(ctx, near)), ...requests.map(({ cycleId }) => cycleId)];
  const cycles = await listRatedCycles(ctx, [...new Set(ids)]);
  const cycleId = asked === 'own' ? null : (asked ?? cycles[0]?.cycleId ?? null);
  const askedFor = requests.flatMap((one) => (one.cycleId === cycleId ? one.employeeId : []));
  const employeeIds = [...new Set([...near, ...askedFor])];
  const { tasks, ...all } = await ratingTasks(ctx, viewer, { cycleId, employeeIds });
  return {
    ...all,
    cycles: cycles.map(({ cycleId: id, name, closesOn }) => ({ cycleId: id, name, closesOn })),
    people: await describePeople(ctx, all, tasks),
  };
}

/** Tasks with names and with what the rater said: oneself first, then by name. */
export async function describePeople(
  ctx: TenantContext,
  { raterId, cycle, today }: Omit<RatingTasks, 'tasks'>,
  tasks: readonly RatingTask[],
): Promise<RatedPersonView[]> {
  const employeeIds = tasks.map(({ employeeId }) => employeeId);
  const cycleId = cycle?.cycleId ?? null;
  const own = await listOwnAssessments(ctx, { raterId, employeeIds, cycleId });
  const shownOf = new Map(
    tasks.map((task) => [task.employeeId, shownAssessments(own, task, cycleId ?? today)]),
  );
  const shown = [...shownOf.values()].flatMap(({ draft, counted }) =>
    [draft, counted].flatMap((one) => one ?? []),
  );
  const ids = shown.map(({ assessmentId }) => assessmentId);
  const cells = await ownCells(ctx, ids, raterId);
  const earlier = await listOwnEarlierLevels(ctx, { raterId, employeeIds, except: ids });
  const names = await listPeopleNames(ctx, employeeIds);
  const titles = await occupationTitles(ctx, [...new Set(tasks.flatMap(({ soc }) => soc ?? []))]);
  const people = tasks.map((task): RatedPersonView => {
    const { draft, counted } = shownOf.get(task.employeeId) ?? {};
    const current = draft ?? counted;
    const said = current ? (cells.get(current.assessmentId) ?? {}) : {};
    const isDraft = draft !== undefined && Object.keys(said).length > 0;
    return {
      ...task,
      name: names.get(task.employeeId) ?? '',
      occupation: task.soc === null ? null : (titles[task.soc] ?? task.soc),
      state: isDraft ? 'draft' : counted ? 'submitted' : 'empty',
      submittedOn: counted?.assessedOn ?? null,
      cells: Object.fromEntries(
        Object.entries(said).map(([dimension, { savedKey: _, ...cell }]) => [dimension, cell]),
      ),
      ghosts: Object.fromEntries(
        earlier.flatMap(({ employeeId, dimension, level, assessedOn }) =>
          employeeId === task.employeeId ? [[dimension, { level: level as Level, assessedOn }]] : [],
        ),
      ),
    };
  });
  const first = (person: RatedPersonView) => (person.employeeId === raterId ? 0 : 1);
  return people.sort((a, b) => first(a) - first(b) || a.name.localeCompare(b.name, 'en'));
}

interface Shown {
  readonly draft: OwnAssessment | undefined;
  readonly counted: OwnAssessment | undefined;
}

/** @param occasion The cycle, or the day outside one. */
function shownAssessments(
  own: readonly OwnAssessment[],
  { employeeId, raterKind, soc }: RatingTask,
  occasion: string,
): Shown {
  const here = own.filter(
    (one) => one.employeeId === employeeId && one.raterKind === raterKind && one.soc === soc,
  );
  return {
    draft: here.find(({ state }) => state === 'draft'),
    counted: here.find(
      ({ state, cycleId, assessedOn }) => state === 'submitted' && (cycleId ?? assessedOn) === occasion,
    ),
  };
}

/** The statements of an occupation that raters tick in a cycle, or now. */
export async function statementsOfTask(
  ctx: TenantContext,
  { cycle, instruments, dimensions }: Pick<RatingTasks, 'cycle' | 'instruments' | 'dimensions'>,
  soc: string | null,
): Promise<RatedStatement[]> {
  if (soc === null || dimensions.length === 0) return [];
  const asked = instruments.filter((one) => dimensions.some((dimension) => instrumentOf(dimension) === one));
  return listRatedStatements(ctx, { soc, instruments: asked, fixed: cycle?.frameworkVersions ?? {} });
}
