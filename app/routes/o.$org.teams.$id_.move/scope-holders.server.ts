import type { AppLoadContext } from '@remix-run/node';
import { listMembersOf } from '~/modules/organizations/queries/list-members';
import { listTokensOf } from '~/modules/organizations/queries/list-tokens';
import type { ScopeHolder } from '~/modules/people/domain/sight-changes';

/** Members and working tokens of an organization whose rights reach the subtrees of some teams. */
export async function scopeHolders(
  database: AppLoadContext['database'],
  organizationId: string,
): Promise<ScopeHolder[]> {
  const { members } = await listMembersOf(database, organizationId);
  const tokens = (await listTokensOf(database, organizationId)).filter(
    ({ isOver, needsApproval }) => !isOver && !needsApproval,
  );
  return [
    ...members.map(({ role, teamScope }) => ({ kind: 'member' as const, role, teamScope })),
    ...tokens.map(({ role, teamScope }) => ({ kind: 'token' as const, role, teamScope })),
  ].filter(({ teamScope }) => teamScope.length > 0);
}
