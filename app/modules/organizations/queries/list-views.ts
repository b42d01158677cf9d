import type { TenantContext } from '#db/tenancy';
import { listViewsOf } from '../data/audit-entries';
import { type AccessDetails, accessDetails } from '../domain/audit/access-scope';
import { ACCESS_ACTION } from '../domain/audit/actions';

/** One view of individual ratings, as the log holds it. */
export interface RatingsView extends AccessDetails {
  readonly sequence: number;
  readonly at: Date;
  readonly actor: { readonly kind: string; readonly id: string };
}

/** Views about any of these people, teams or the organization, with a smaller number, newest first. */
export async function listViews(
  ctx: TenantContext,
  subjectIds: readonly string[],
  page: { readonly before: number; readonly limit: number },
): Promise<RatingsView[]> {
  const rows = await listViewsOf(ctx, subjectIds, { ...page, action: ACCESS_ACTION });
  return rows.map(({ sequence, at, actorKind, actorId, details }) => ({
    sequence,
    at,
    actor: { kind: actorKind, id: actorId },
    ...accessDetails.parse(JSON.parse(details)),
  }));
}
