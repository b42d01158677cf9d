import type { Actor, TenantContext } from '#db/tenancy';
import { markPeopleChanged } from '#jobs/mark-changed';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { Conflict } from '~/shared/errors';
import { lockAssessmentsImport } from '../data/import-lock';
import { updateToSubmittedAgain } from '../data/imported-assessments';
import { deleteAssessments } from '../data/past-assessments';
import type { Importer } from '../domain/importer';
import { getRatingsUndoPlan, type RatingsUndoPlan } from '../queries/get-ratings-undo-plan';

/**
 * Takes an import of ratings back: what it made goes, and what that replaced counts again. Assessments to which something
 * happened since stay, as does what others say of who takes it back. Whether the import may be taken back is the caller's,
 * which holds it.
 * @throws Conflict when all of it would stay
 */
export async function undoRatingsImport(
  ctx: TenantContext,
  importId: string,
  { actor, importer }: { readonly actor: Actor; readonly importer: Importer },
): Promise<RatingsUndoPlan> {
  await lockAssessmentsImport(ctx);
  const plan = await getRatingsUndoPlan(ctx, importId, importer);
  const back = [...plan.restore, ...plan.remove];
  if (back.length === 0)
    throw new Conflict('All that this import brought stays as it is now: there is nothing to take back.');
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
    actor,
  );
  return plan;
}
