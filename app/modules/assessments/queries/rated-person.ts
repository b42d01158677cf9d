import type { TenantContext } from '#db/tenancy';
import { describePeople, statementsOfTask } from './rating-grid';
import type { Rater } from './rating-tasks';
import { readRatingTask } from './read-rating-task';

interface Question {
  readonly employeeId: string;
  readonly cycleId: string | null;
}

/** One person whom the viewer may rate, with what the viewer said and the statements to tick. Throws NotFound. */
export async function ratedPerson(ctx: TenantContext, viewer: Rater, question: Question) {
  const task = await readRatingTask(ctx, viewer, question);
  const { raterId, today, cycle, instruments, dimensions, ...one } = task;
  const all = { raterId, today, cycle, instruments, dimensions };
  const [person] = await describePeople(ctx, all, [one]);
  if (!person) throw new Error('A task is described as one person.');
  return { ...all, person, statements: await statementsOfTask(ctx, all, one.soc) };
}
