import type { TenantContext } from '#db/tenancy';
import { enqueue } from '#jobs/enqueue';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { Conflict, Forbidden, InvalidInput } from '~/shared/errors';
import { updateOpenContest } from '../data/contests';
import { CONTEST_ANSWERS, type ContestAnswer, contestText } from '../domain/contest';
import { hindranceToAnswer } from '../queries/contest-rights';
import { readContest } from '../queries/read-contest';
import { withdrawRating } from './withdraw-rating';

export interface AnsweredContest {
  readonly contestId: string;
  readonly decision: string;
  readonly answer: string;
}

/**
 * Answers a contest: the rating stays, another assessment is asked for, or the rating is withdrawn and the figures
 * follow. Whoever gave the rating and whoever it is about do not answer.
 * @throws NotFound for whoever may not read it; Forbidden; InvalidInput; Conflict when it is answered already.
 */
export async function answerContest(
  ctx: TenantContext,
  viewer: Viewer,
  { contestId, decision, answer: words }: AnsweredContest,
): Promise<void> {
  const contest = await readContest(ctx, viewer, contestId);
  const hindrance = await hindranceToAnswer(ctx, viewer, contest);
  if (hindrance) throw new Forbidden(hindrance);
  if (!isAnswer(decision)) throw invalid('decision', 'Choose what becomes of the rating.');
  const answer = contestText(words, 'answer');
  const { employeeId, dimension, assessmentId } = contest;
  if (decision === 'withdraw' && assessmentId === null)
    throw invalid('decision', 'The level is contested and no single rating: none can be withdrawn.');
  const ended = await updateOpenContest(ctx, contestId, {
    state: decision === 'upheld' ? 'upheld' : 'corrected',
    remedy: decision === 'upheld' ? null : decision,
    answer,
    answeredBy: viewer.id,
  });
  if (!ended) throw new Conflict('This contest is not open any more.');
  if (decision === 'withdraw' && assessmentId !== null)
    await withdrawRating(ctx, { employeeId, dimension, assessmentId });
  recordAudit(ctx, {
    action: 'contest.answer',
    subject: { kind: 'employee', id: employeeId },
    details: { contest: contestId, state: decision },
  });
  await enqueue(ctx, 'contest-letters', { contestId }, { key: null });
}

function isAnswer(text: string): text is ContestAnswer {
  return CONTEST_ANSWERS.some((answer) => answer === text);
}

function invalid(pointer: string, detail: string): InvalidInput {
  return new InvalidInput(detail, [{ pointer, detail }]);
}
