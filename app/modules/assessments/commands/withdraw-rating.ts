import { v7 } from 'uuid';
import type { TenantContext } from '#db/tenancy';
import { markPeopleChanged } from '#jobs/mark-changed';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { Conflict } from '~/shared/errors';
import { lockAssessmentsImport } from '../data/import-lock';
import { countRatings, insertWithdrawnRating, updateToWithdrawn } from '../data/withdrawn-ratings';
import { concernedRatings } from '../domain/concerned-ratings';
import { listStandingRatings } from '../queries/list-standing-ratings';

export interface RatingToWithdraw {
  readonly employeeId: string;
  readonly dimension: Dimension;
  readonly assessmentId: string;
}

/**
 * Withdraws a rating, of peers all that make one with it: it is kept and counts no more. What else its assessment holds
 * stays. Figures follow by the refresh that this asks for. Throws Conflict when it does not stand any more.
 */
export async function withdrawRating(ctx: TenantContext, rating: RatingToWithdraw): Promise<void> {
  await lockAssessmentsImport(ctx);
  const { employeeId, dimension } = rating;
  const concerned = concernedRatings(await listStandingRatings(ctx, employeeId), rating);
  if (concerned.length === 0) throw new Conflict('This rating does not stand any more.');
  for (const { assessmentId } of concerned) {
    if ((await countRatings(ctx, assessmentId)) === 1) await updateToWithdrawn(ctx, assessmentId);
    else await insertWithdrawnRating(ctx, { assessmentId, dimension, withdrawnId: v7() });
  }
  await markPeopleChanged(ctx, [employeeId]);
  recordAudit(ctx, {
    action: 'rating.withdraw',
    subject: { kind: 'employee', id: employeeId },
    details: { assessments: concerned.map(({ assessmentId }) => assessmentId), dimension },
  });
}
