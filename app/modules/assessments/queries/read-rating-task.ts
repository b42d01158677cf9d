import type { TenantContext } from '#db/tenancy';
import { Conflict, NotFound } from '~/shared/errors';
import { isUuid } from '~/shared/is-uuid';
import { type Rater, type RatingTask, type RatingTasks, ratingTasks } from './rating-tasks';

export interface OneTask extends Omit<RatingTasks, 'tasks'>, RatingTask {}

interface Question {
  readonly employeeId: string;
  readonly cycleId: string | null;
}

/** One person whom the viewer may rate. Throws NotFound for everybody else, whoever they are. */
export async function readRatingTask(
  ctx: TenantContext,
  viewer: Rater,
  { employeeId, cycleId }: Question,
): Promise<OneTask> {
  if (!isUuid(employeeId) || (cycleId !== null && !isUuid(cycleId))) throw notToRate();
  const { tasks, ...all } = await ratingTasks(ctx, viewer, { cycleId, employeeIds: [employeeId] });
  const [task] = tasks;
  if (!task) throw notToRate();
  return { ...all, ...task };
}

/** A task in which something can be rated now, with its occupation. Throws NotFound, Conflict with the reason. */
export async function readOpenTask(
  ctx: TenantContext,
  viewer: Rater,
  question: Question,
): Promise<OneTask & { readonly soc: string }> {
  const task = await readRatingTask(ctx, viewer, question);
  const { soc, hindrance } = task;
  if (hindrance !== null || soc === null) throw new Conflict(hindrance ?? 'Nothing can be rated here now.');
  return { ...task, soc };
}

function notToRate(): NotFound {
  return new NotFound('There is nobody here whom you are to rate.');
}
