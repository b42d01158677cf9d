import type { TenantArgs } from '~/http/tenant-route.server';
import { getRatingsUndoPlan } from '~/modules/assessments/queries/get-ratings-undo-plan';
import { findEmployeeIdOfUser } from '~/modules/people/queries/find-employee-of-user';
import { getUndoPlan } from '~/modules/people/queries/get-undo-plan';
import type { UndoCardProps } from '~/modules/people/ui/imports/undo-card';

const REASONS = {
  changed: 'changed since',
  in_use: 'needed by now: ratings, a post, or people who report to them',
  email_taken: 'somebody else has the e-mail by now',
} as const;

const RATING_REASONS = {
  changed: 'corrected, withdrawn, contested or given evidence since',
  about_you: 'says what others think of you, and is taken away by somebody else',
} as const;

/** What taking an import of people or of ratings back would do, as its card shows it to who would take it back. */
export async function loadUndo(
  { ctx, viewer }: Pick<TenantArgs, 'ctx' | 'viewer'>,
  { importId, of }: { readonly importId: string; readonly of: UndoCardProps['of'] },
): Promise<Omit<UndoCardProps, 'place' | 'base'>> {
  if (of === 'ratings') {
    const employeeId = await findEmployeeIdOfUser(ctx, viewer.id);
    const { restore, remove, left } = await getRatingsUndoPlan(ctx, importId, { employeeId });
    return {
      ...{ of, restored: restore.length, removed: remove.length },
      left: left.map((one) => ({
        ...{ key: one.assessmentId, employeeId: one.employeeId, name: one.name },
        reason: RATING_REASONS[one.reason],
      })),
    };
  }
  const { restore, remove, left } = await getUndoPlan(ctx, importId);
  return {
    ...{ of, restored: restore.length, removed: remove.length },
    left: left.map(({ employeeId, externalId, name, reason }) => ({
      ...{ key: employeeId, employeeId, name: `${name} (${externalId})`, reason: REASONS[reason] },
    })),
  };
}
