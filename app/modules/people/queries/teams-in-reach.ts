import type { TenantContext } from '#db/tenancy';
import type { TeamNode } from '../domain/team-tree';
import { type DirectoryReader, getDirectoryScope } from './get-directory-scope';

/** The teams of a day's tree whose people the viewer meets in the directory. */
export async function teamsInReach(
  ctx: TenantContext,
  question: DirectoryReader & { readonly tree: readonly TeamNode[]; readonly asOf: string },
): Promise<readonly TeamNode[]> {
  const { everybody, teams } = await getDirectoryScope(ctx, question, question.asOf);
  return everybody ? question.tree : question.tree.filter(({ teamId }) => teams.has(teamId));
}
