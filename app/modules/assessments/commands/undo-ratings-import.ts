import type { Actor, TenantContext } from '#db/tenancy';
import { markPeopleChanged } from '#jobs/mark-changed';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { lockAssessmentsImport } from '../data/import-lock';
import { updateToSubmittedAgain } from '../data/imported-assessments';
import { deleteAssessments } from '../data/past-assessments';
import { getRatingsUndoPlan, type RatingsUndoPlan } from '../queries/get-ratings-undo-plan';

/**
 * Takes an import of ratings back: what it made goes, and what that replaced counts again. Assessments to which something
 * happened since stay. Whether the import may be taken back is the caller's, which holds it.
 */
export async function undoRatingsImport(
  ctx: TenantContext,
  importId: string,
  by: Actor,
): Promise<RatingsUndoPlan> {
  await lockAssessmentsImport(ctx);
  const plan = await getRatingsUndoPlan(ctx, importId);
  const back = [...plan.restore, ...plan.remove];
  await deleteAssessments(
    ctx,
    back.map(({ assessmentId }) => assessmentId),
  );
  await updateToSubmittedAgain(
    ctx,
    plan.restore.flatMap(({ replacedId }) => replacedId ?? []),
  );
  await markPeopleChanged(
    ctx,
    back.map(({ employeeId }) => employeeId),
  );
  recordAudit(
    ctx,
    {
      action: 'assessments.import_undo',
      subject: { kind: 'organization', id: ctx.organizationId },
      details: { restored: plan.restore.length, removed: plan.remove.length, left: plan.left.length },
    },
    by,
  );
  return plan;
}
