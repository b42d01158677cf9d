import type { TenantContext } from '#db/tenancy';
import { appendEntry, findLastView } from '../data/audit-entries';
import type { AccessScope } from '../domain/audit/access-scope';
import { ACCESS_ACTION } from '../domain/audit/actions';
import { writtenEntry } from '../domain/audit/new-entry';
import type { Reach } from '../domain/permissions';
import type { Role } from '../domain/role';
import type { Viewer } from '../domain/viewer';

/** A page that loads itself again shows the same thing to the same person: one view. */
const SAME_VIEW_MS = 60_000;

interface View {
  /** The operator at the command line has no role in an organization. */
  readonly viewer: Pick<Viewer, 'employeeId'> & { readonly role: Role | 'operator' };
  readonly reach: Reach;
  readonly scope: AccessScope;
}

/**
 * Leaves in the audit log who sees whose individual ratings. Every query that gives individual ratings to a viewer
 * calls it, so that no page can forget it; it is written before the answer is sent, or the answer is not sent. One
 * entry for a view, however many people it shows; none for one's own record.
 */
export function noteView(ctx: TenantContext, { viewer, reach, scope }: View): void {
  if (scope.kind === 'person' && scope.person === viewer.employeeId) return;
  const written = writtenEntry({
    action: ACCESS_ACTION,
    subject: subjectOf(scope, ctx.organizationId),
    details: { role: viewer.role, reach, scope },
  });
  ctx.atEnd(async (end) => {
    const last = await findLastView(end, ACCESS_ACTION);
    const again = last?.details === written.details && end.now.getTime() - last.at.getTime() < SAME_VIEW_MS;
    if (!again) await appendEntry(end, written);
  });
}

function subjectOf(scope: AccessScope, organizationId: string) {
  if (scope.kind === 'person') return { kind: 'employee', id: scope.person } as const;
  if (scope.kind === 'everybody' || scope.team === null)
    return { kind: 'organization', id: organizationId } as const;
  return { kind: 'team', id: scope.team } as const;
}
