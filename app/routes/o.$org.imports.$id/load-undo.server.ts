import type { TenantArgs } from '~/http/tenant-route.server';
import { getRatingsUndoPlan } from '~/modules/assessments/queries/get-ratings-undo-plan';
import { getUndoPlan } from '~/modules/people/queries/get-undo-plan';
import type { UndoCardProps } from '~/modules/people/ui/imports/undo-card';

const REASONS = {
  changed: 'changed since',
  in_use: 'needed by now: ratings, a post, or people who report to them',
  email_taken: 'somebody else has the e-mail by now',
} as const;

/** What taking an import of people or of ratings back would do, as its card shows it. */
export async function loadUndo(
  ctx: TenantArgs['ctx'],
  { importId, of }: { readonly importId: string; readonly of: UndoCardProps['of'] },
): Promise<Omit<UndoCardProps, 'place' | 'base'>> {
  if (of === 'ratings') {
    const { restore, remove, left } = await getRatingsUndoPlan(ctx, importId);
    return {
      ...{ of, restored: restore.length, removed: remove.length },
      left: left.map(({ assessmentId, employeeId, name }) => ({ key: assessmentId, employeeId, name })),
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
