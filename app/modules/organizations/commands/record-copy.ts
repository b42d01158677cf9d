import type { TenantContext } from '#db/tenancy';
import type { Viewer } from '../domain/viewer';
import { noteView } from '../queries/note-view';
import { recordAudit } from './record-audit';

/**
 * Says in the audit log that somebody takes a copy of the organization; one with ratings is a view of everybody's, which
 * everybody finds among those who saw the own record.
 * @param by Who takes it: a member, or the operator at the command line.
 */
export function recordCopy(
  ctx: TenantContext,
  by: Pick<Viewer, 'role'> | { readonly role: 'operator' },
  { ratings }: { readonly ratings: boolean },
): void {
  recordAudit(ctx, {
    action: 'organization.export',
    subject: { kind: 'organization', id: ctx.organizationId },
    details: { ratings },
  });
  if (!ratings) return;
  noteView(ctx, { viewer: { role: by.role, employeeId: null }, reach: 'all', scope: { kind: 'everybody' } });
}
