import { confirmAddress } from '~/http/confirm-address.server';
import type { TenantArgs } from '~/http/tenant-route.server';
import { getMethod } from '~/modules/capability/queries/get-method';
import { reachOf } from '~/modules/organizations/domain/permissions';
import { listMembersOf } from '~/modules/organizations/queries/list-members';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { doneWords, membersState } from './members-state';
import { type ReachedLook, readLook } from './second-look';

/** The teams of today, and the zone of its days. */
export async function teamsOf({ ctx }: Pick<TenantArgs, 'ctx'>) {
  const { today, timeZone } = await getMethod(ctx);
  const teams = (await getTeamTree(ctx, today)).map(({ teamId, path }) => ({ teamId, path }));
  return { teams, zone: timeZone };
}

/** What the page shows: members and invitations; with `?member=` one of them, with `look` what a change would do. */
export async function loadMembers(args: TenantArgs) {
  const { ctx, viewer, url, context } = args;
  const { name: organization, slug } = viewer.organization;
  const mayWrite = reachOf(viewer.role, 'organization:write') !== 'none';
  const { teams, zone } = await teamsOf({ ctx });
  const listed = await listMembersOf(context.database, viewer.organization.id);
  const reader = { userId: viewer.id, role: viewer.role, mayWrite };
  const state = membersState({ listed, teams, reader });
  const asked = url.searchParams.get('member');
  const member = state.members.find(({ userId, isOpen }) => isOpen && userId === asked) ?? null;
  const look = member && readLook(url.searchParams, { member, members: state.members, organization });
  const here = url.pathname + url.search;
  const reached: ReachedLook | null = look && { ...look, confirmTo: await confirmAddress(args, here) };
  return {
    ...state,
    edited: member,
    look: reached,
    done: doneWords(url.searchParams.get('done') ?? ''),
    teams: mayWrite ? teams : [],
    zone,
    mayWrite,
    role: viewer.role,
    organization,
    base: `/o/${slug}`,
  };
}
