import type { Actor, AuthContext } from '#db/tenancy';
import { listLiveTokens } from '../data/api-tokens';
import { findMember } from '../data/memberships';
import { type Permission, type Reach, reachOf } from '../domain/permissions';

/** Who asked an organization for work that is done later. */
export interface Asker {
  readonly organizationId: string;
  readonly actor: Actor;
}

/**
 * How far a permission goes now for who asked: `none` for somebody who left or changed roles since, and for a token that
 * was revoked or is past its end. Jobs and the operator of the installation are asked by nobody's role: `all`.
 */
export async function reachOfAsker(
  ctx: AuthContext,
  { organizationId, actor }: Asker,
  permission: Permission,
): Promise<Reach> {
  if (actor.kind === 'job' || actor.kind === 'operator') return 'all';
  const holder =
    actor.kind === 'user'
      ? await findMember(ctx, organizationId, actor.id)
      : (await listLiveTokens(ctx, organizationId)).find(({ tokenId }) => tokenId === actor.id);
  return holder ? reachOf(holder.role, permission) : 'none';
}
