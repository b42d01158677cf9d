import type { Database } from '#db/database';
import { sealDeletion } from '#db/signing';
import { type MembersContext, withMembers } from '#db/tenancy';
import { enqueue } from '#jobs/enqueue';
import type { KeyedHash } from '~/keyed-hash.server';
import { Conflict, Forbidden, InvalidInput, NotFound } from '~/shared/errors';
import { deleteAllMemberships, deleteWaysIn, updateDeleting } from '../data/closed-organizations';
import { findMember, lockMembers } from '../data/memberships';
import { findDirectoryEntry } from '../data/organization-directory';
import { reachOf } from '../domain/permissions';
import type { MemberViewer } from './change-as-administrator';
import { deleteDepartedUsers } from './delete-departed-users';

export interface ClosingServices {
  readonly database: Database;
  readonly keyedHash: KeyedHash;
}

/**
 * Closes an organization for good, on behalf of one of its owners: from the next request on nobody is a member, no
 * token and no link opens it, accounts that belong to no other organization are gone, and the worker removes all rows.
 * There is no way back.
 * @throws Forbidden for whoever is no owner; InvalidInput when its address was not typed as it is.
 */
export async function closeOrganization(
  services: ClosingServices,
  { kind, id, organization }: MemberViewer,
  typedSlug: string,
): Promise<void> {
  const request = { organizationId: organization.id, actor: { kind, id } };
  await withMembers(services.database, request, async (ctx) => {
    await lockMembers(ctx, ctx.organizationId);
    const author = kind === 'user' ? await findMember(ctx, ctx.organizationId, id) : undefined;
    if (!author || reachOf(author.role, 'organization:delete') !== 'all')
      throw new Forbidden('Only an owner deletes the organization.');
    await requireSlug(ctx, typedSlug);
    await close(ctx, services);
    await enqueue(ctx, 'delete-organization', {});
  });
}

/**
 * The same by the operator at the command line, who removes the rows next; the upkeep does where that breaks off.
 * Throws Conflict when it is closed already.
 */
export async function closeAsOperator(services: ClosingServices, organizationId: string): Promise<void> {
  const actor = { kind: 'operator', id: 'command-line' } as const;
  await withMembers(services.database, { organizationId, actor }, async (ctx) => {
    await lockMembers(ctx, organizationId);
    await close(ctx, services);
  });
}

async function requireSlug(ctx: MembersContext, typed: string): Promise<void> {
  const entry = await findDirectoryEntry(ctx, ctx.organizationId);
  if (!entry) throw new NotFound('There is no such organization.');
  if (typed.trim() === entry.slug) return;
  const detail = `Type the address of the organization: ${entry.slug}`;
  throw new InvalidInput(detail, [{ pointer: 'slug', detail }]);
}

async function close(ctx: MembersContext, { database, keyedHash }: ClosingServices): Promise<void> {
  const { organizationId } = ctx;
  if (!(await updateDeleting(ctx, organizationId, sealDeletion(database.tenantKey, organizationId))))
    throw new Conflict('The organization is being deleted already.');
  await deleteWaysIn(ctx, organizationId);
  const userIds = await deleteAllMemberships(ctx, organizationId);
  await deleteDepartedUsers(ctx, keyedHash, userIds);
}
