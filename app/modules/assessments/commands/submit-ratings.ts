import type { TenantContext } from '#db/tenancy';
import { markPeopleChanged } from '#jobs/mark-changed';
import { chooseVersions } from '~/modules/frameworks/queries/choose-frameworks';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { Conflict } from '~/shared/errors';
import { updateToSuperseded } from '../data/assessments';
import { lockAssessmentsShared, lockDraft, updateToSubmitted } from '../data/draft-assessments';
import { type CellRow, listCells, upsertCells } from '../data/draft-cells';
import { insertCarriedEvidence } from '../data/evidence-items';
import { copyImportedMeanwhile } from '../data/imported-meanwhile';
import { updateEvidenceUnsure } from '../data/own-evidence';
import { deleteWithdrawnCopies } from '../data/withdrawn-copies';
import { ratingState, withStatement } from '../domain/rating-state';
import { type RatingTask, type RatingTasks, ratingTasks } from '../queries/rating-tasks';
import { submittedBefore } from './open-draft';

export interface Submission {
  /** Null: outside a cycle. */
  readonly cycleId: string | null;
  readonly employeeIds: readonly string[];
}

export interface Submitted {
  /** Whose drafts count from now on. */
  readonly people: readonly string[];
  readonly ratings: number;
  /** Ratings that were withdrawn since the drafts began, and of which the rater said nothing: they are not in. */
  readonly leftOut: number;
}

/**
 * Submits the viewer's drafts about these people: they count from today, and what was submitted before under the same
 * key is kept as replaced. Whoever has no draft, or an empty one, is passed over, so that a second submission does
 * nothing. Figures follow by the refresh that this asks for. Throws Forbidden, NotFound, and Conflict with the reason
 * when one of the people cannot be rated any more.
 */
export async function submitRatings(
  ctx: TenantContext,
  viewer: Pick<Viewer, 'id' | 'kind' | 'role' | 'employeeId'>,
  { cycleId, employeeIds }: Submission,
): Promise<Submitted> {
  const all = await ratingTasks(ctx, viewer, { cycleId, employeeIds: [...new Set(employeeIds)] });
  const { tasks } = all;
  const hindrance = tasks.find((task) => task.hindrance !== null)?.hindrance;
  if (hindrance) throw new Conflict(hindrance);
  await lockAssessmentsShared(ctx);
  const versions = await chooseVersions(ctx, {
    socs: tasks.flatMap(({ soc }) => soc ?? []),
    instruments: all.instruments,
    fixed: all.cycle?.frameworkVersions ?? {},
  });
  const done: (SubmittedOne & { readonly employeeId: string })[] = [];
  // In one order, so that two submissions of the same people wait for each other and never in a circle.
  for (const task of [...tasks].sort((a, b) => (a.employeeId < b.employeeId ? -1 : 1))) {
    const one = await submitOne(ctx, {
      all,
      task,
      versions: versions[task.soc ?? ''] ?? {},
    });
    if (one) done.push({ employeeId: task.employeeId, ...one });
  }
  if (done.length === 0) return { people: [], ratings: 0, leftOut: 0 };
  const people = done.map(({ employeeId }) => employeeId);
  const ratings = done.reduce((sum, one) => sum + one.ratings, 0);
  const leftOut = done.reduce((sum, one) => sum + one.leftOut, 0);
  await markPeopleChanged(ctx, people);
  const [only] = people;
  recordAudit(ctx, {
    action: 'ratings.submit',
    subject:
      people.length === 1 && only !== undefined
        ? { kind: 'employee', id: only }
        : { kind: 'organization', id: ctx.organizationId },
    details: { cycle: cycleId, assessments: done.map(({ assessmentId }) => assessmentId), ratings },
  });
  return { people, ratings, leftOut };
}

interface One {
  readonly all: RatingTasks;
  readonly task: RatingTask;
  readonly versions: Readonly<Record<string, string>>;
}

interface SubmittedOne extends Omit<Submitted, 'people'> {
  readonly assessmentId: string;
}

/** Null: there is nothing to submit. */
async function submitOne(ctx: TenantContext, { all, task, versions }: One): Promise<SubmittedOne | null> {
  const { employeeId, raterKind, soc } = task;
  const { raterId, today } = all;
  if (soc === null) return null;
  const key = { employeeId, raterKind, raterId, soc, cycleId: all.cycle?.cycleId ?? null };
  const assessmentId = await lockDraft(ctx, key);
  if (!assessmentId) return null;
  const cells = await listCells(ctx, [assessmentId]);
  const changed = cells.filter(({ savedKey }) => savedKey !== null);
  if (changed.length === 0) return null;
  const before = await submittedBefore(ctx, key, today);
  const withdrawn = await deleteWithdrawnCopies(ctx, assessmentId);
  // First, so that evidence which is being added is in, or is told that this version counts no more.
  if (before) await updateToSuperseded(ctx, [before.assessmentId]);
  const earlier = before ? await listCells(ctx, [before.assessmentId]) : [];
  // While a `?` stands without the earlier level.
  await updateEvidenceUnsure(ctx, assessmentId, before?.assessmentId ?? null);
  await upsertCells(ctx, employeeId, datedCells(changed, earlier, today));
  if (before) {
    await copyImportedMeanwhile(ctx, { beforeId: before.assessmentId, draftId: assessmentId });
    await insertCarriedEvidence(ctx, { from: before.assessmentId, to: assessmentId, raterId });
  }
  await updateToSubmitted(ctx, {
    ...{ assessmentId, assessedOn: today, frameworkVersions: versions },
    version: (before?.version ?? 0) + 1,
  });
  const inIt = new Set((await listCells(ctx, [assessmentId])).map(({ dimension }) => dimension));
  const leftOut = withdrawn.filter((dimension) => !inIt.has(dimension)).length;
  return { assessmentId, ratings: inIt.size, leftOut };
}

/** What was said in this draft is of today; a `?` leaves the level that was submitted before it. */
function datedCells(changed: readonly CellRow[], earlier: readonly CellRow[], today: string): CellRow[] {
  return changed.map((cell) => {
    const before = earlier.find(({ dimension }) => dimension === cell.dimension);
    return { ...cell, ...withStatement(before, ratingState(cell.level, today)) };
  });
}
