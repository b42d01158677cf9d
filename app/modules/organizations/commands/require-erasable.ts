import type { Database } from '#db/database';
import { isUuid } from '#db/signing';
import { type Actor, type MembersContext, withMembers } from '#db/tenancy';
import { Forbidden } from '~/shared/errors';
import { findMember, lockMembers, type MemberDetails } from '../data/memberships';
import { requireMayGive } from '../domain/member-rights';
import { reachOf } from '../domain/permissions';
import type { Role } from '../domain/role';
import { type MemberViewer, requireOtherOwner } from './change-as-administrator';

/**
 * Refuses to erase a person whose sign-in is the only owner's, and any owner's for whoever is no owner.
 * @throws Conflict or Forbidden.
 */
export async function requireErasable(
  database: Database,
  { kind, id, organization }: MemberViewer,
  userId: string,
): Promise<void> {
  const request = { organizationId: organization.id, actor: { kind, id } };
  await withMembers(database, request, (ctx) => requireErasableBy(ctx, request.actor, userId));
}

/**
 * The same in a transaction, which no other change of the members then runs beside: asked again by the worker, since
 * roles change between request and erasure. The operator at the command line counts as an owner.
 * @returns the member that the person is; undefined where they are none (any more): then nothing is refused.
 * @throws Conflict or Forbidden.
 */
export async function requireErasableBy(
  ctx: MembersContext,
  asker: Actor,
  userId: string,
): Promise<MemberDetails | undefined> {
  await lockMembers(ctx, ctx.organizationId);
  const member = await findMember(ctx, ctx.organizationId, userId);
  if (!member) return undefined;
  const authorRole = await roleOf(ctx, asker);
  if (authorRole === null || reachOf(authorRole, 'people:erase') !== 'all')
    throw new Forbidden('Whoever asked for this does not erase people here, or does not any more.');
  requireMayGive({ authorRole, isOwn: false, before: member, after: null });
  await requireOtherOwner(ctx, member);
  return member;
}

async function roleOf(ctx: MembersContext, { kind, id }: Actor): Promise<Role | null> {
  if (kind === 'operator') return 'owner';
  if (kind !== 'user' || !isUuid(id)) return null;
  return (await findMember(ctx, ctx.organizationId, id))?.role ?? null;
}
