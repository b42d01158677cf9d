import type { TenantContext } from '#db/tenancy';
import type { Reach } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { Forbidden } from '~/shared/errors';
import { isDetailed } from '../domain/directory-scope';
import { listTeams } from './list-teams';

const HEADER = ['id', 'team', 'parent_id', 'people', 'people_directly'];

/**
 * The teams of a day as a table: the path as an employees file writes it, people counted with all teams beneath and
 * directly. Throws Forbidden for who meets only colleagues.
 * @param question asOf null: today
 */
export async function listTeamLines(
  ctx: TenantContext,
  question: { readonly viewer: Viewer; readonly reach: Reach; readonly asOf: string | null },
) {
  if (!isDetailed(question.reach)) throw new Forbidden('Your role does not export teams.');
  const { asOf, teams } = await listTeams(ctx, question);
  const rows = teams.map(({ teamId, path, parentId, people, direct }) => [
    ...[teamId, path, parentId],
    ...[people, direct],
  ]);
  return { name: `teams-${asOf}`, header: HEADER, rows };
}
