import type { TenantContext } from '#db/tenancy';
import { markPeopleChanged } from '#jobs/mark-changed';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { Conflict, InvalidInput } from '~/shared/errors';
import {
  listOwnAssessments,
  lockAssessmentsShared,
  updateToWithdrawnByRater,
} from '../data/draft-assessments';
import type { Rater } from '../queries/rating-tasks';
import { readOpenTask } from '../queries/read-rating-task';

const LONGEST_REASON = 1000;

export interface Withdrawal {
  readonly employeeId: string;
  /** Null: outside a cycle; the newest is withdrawn. */
  readonly cycleId: string | null;
  readonly reason: string;
}

/**
 * Withdraws what the viewer submitted about a person: it is kept and counts no more, and the figures follow. Throws
 * NotFound, InvalidInput without a reason, Conflict when nothing of it counts or the cycle is over.
 */
export async function withdrawRatings(
  ctx: TenantContext,
  viewer: Rater,
  { employeeId, cycleId, reason: words }: Withdrawal,
): Promise<void> {
  const { raterId } = await readOpenTask(ctx, viewer, { employeeId, cycleId });
  const reason = words.trim();
  if (reason === '' || reason.length > LONGEST_REASON) {
    const detail = reason === '' ? 'Say why you withdraw it.' : `At most ${LONGEST_REASON} characters.`;
    throw new InvalidInput(detail, [{ pointer: 'reason', detail }]);
  }
  await lockAssessmentsShared(ctx);
  const own = await listOwnAssessments(ctx, { raterId, employeeIds: [employeeId], cycleId });
  const counted = own.find(({ state }) => state === 'submitted');
  if (!counted || !(await updateToWithdrawnByRater(ctx, counted.assessmentId, reason)))
    throw new Conflict('There is nothing submitted here that counts.');
  await markPeopleChanged(ctx, [employeeId]);
  recordAudit(ctx, {
    action: 'ratings.withdraw',
    subject: { kind: 'employee', id: employeeId },
    details: { cycle: cycleId, assessments: [counted.assessmentId] },
  });
}
