import type { Database } from '#db/database';
import { type MembersContext, withMembers } from '#db/tenancy';
import { Conflict, Forbidden } from '~/shared/errors';
import { countOtherOwners, findMember, lockMembers, type MemberDetails } from '../data/memberships';
import { listBreakGlass } from '../data/sso-connections';
import { reachOf } from '../domain/permissions';
import type { Viewer } from '../domain/viewer';

/** Who acts, in which organization. */
export type MemberViewer = Pick<Viewer, 'kind' | 'id' | 'organization'>;

/**
 * Changes members in one transaction that no other change of the organization's members runs beside. The author's
 * role is read in it: who was demoted a moment ago changes nothing more.
 * @throws Forbidden.
 */
export async function changeAsAdministrator<T>(
  database: Database,
  { kind, id, organization }: MemberViewer,
  work: (ctx: MembersContext, author: MemberDetails) => Promise<T>,
): Promise<T> {
  const request = { organizationId: organization.id, actor: { kind, id } };
  return withMembers(database, request, async (ctx) => {
    await lockMembers(ctx, ctx.organizationId);
    const author = kind === 'user' ? await findMember(ctx, ctx.organizationId, id) : undefined;
    if (!author || reachOf(author.role, 'organization:write') !== 'all')
      throw new Forbidden('Your role does not change members.');
    return work(ctx, author);
  });
}

/**
 * Refuses to take the role of the only owner, or of the only one who comes in when single sign-on fails. Other changes
 * are held back by lockMembers.
 */
export async function requireOtherOwner(ctx: MembersContext, member: MemberDetails): Promise<void> {
  if (member.role !== 'owner') return;
  const breakGlass = await listBreakGlass(ctx, ctx.organizationId);
  if (breakGlass.length === 1 && breakGlass[0] === member.userId)
    throw new Conflict(
      'Nobody else comes in when single sign-on fails. Choose another owner for that first, in the settings of single sign-on.',
    );
  if ((await countOtherOwners(ctx, ctx.organizationId, member.userId)) === 0)
    throw new Conflict('An organization keeps at least one owner. Make somebody else an owner first.');
}
