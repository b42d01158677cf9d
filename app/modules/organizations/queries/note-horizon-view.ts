import type { TenantContext } from '#db/tenancy';
import { appendEntry } from '../data/audit-entries';
import { writtenEntry } from '../domain/audit/new-entry';
import type { Reach } from '../domain/permissions';
import type { Viewer } from '../domain/viewer';

interface HorizonView {
  readonly viewer: Pick<Viewer, 'role'>;
  readonly reach: Reach;
  /** Ids of the posts whose horizon is shown, or is shown not to be known. */
  readonly positions: readonly string[];
}

/** Leaves in the audit log who sees when which posts are expected to become vacant; nothing where none is shown. */
export function noteHorizonView(ctx: TenantContext, { viewer, reach, positions }: HorizonView): void {
  const [first, ...more] = [...positions].sort();
  if (first === undefined) return;
  const written = writtenEntry({
    action: 'horizon.view',
    subject:
      more.length === 0 ? { kind: 'position', id: first } : { kind: 'organization', id: ctx.organizationId },
    details: { role: viewer.role, reach, positions: [first, ...more] },
  });
  ctx.atEnd(async (end) => {
    await appendEntry(end, written);
  });
}
