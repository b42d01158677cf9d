import type { Actor, AuthContext } from '#db/tenancy';
import { listLiveTokens } from '../data/api-tokens';
import { findMemberRights } from '../data/memberships';
import { type Permission, type Reach, reachOf } from '../domain/permissions';

/** Who asked an organization for work that is done later, and when. */
export interface Asker {
  readonly organizationId: string;
  readonly actor: Actor;
  readonly askedAt: Date;
}

/**
 * How far a permission goes now for who asked: `none` for somebody who left, or whose role or teams changed since (what
 * else the page had looked at may have changed with them), and for a token that was revoked or is past its end. Jobs and
 * the operator of the installation are asked by nobody's role: `all`.
 */
export async function reachOfAsker(ctx: AuthContext, asker: Asker, permission: Permission): Promise<Reach> {
  const { organizationId, actor, askedAt } = asker;
  if (actor.kind === 'job' || actor.kind === 'operator') return 'all';
  if (actor.kind === 'token') {
    const tokens = await listLiveTokens(ctx, organizationId);
    const token = tokens.find(({ tokenId }) => tokenId === actor.id);
    return token ? reachOf(token.role, permission) : 'none';
  }
  const member = await findMemberRights(ctx, organizationId, actor.id);
  if (!member || (member.rightsChangedAt !== null && member.rightsChangedAt >= askedAt)) return 'none';
  return reachOf(member.role, permission);
}
