import type { TenantContext } from '#db/tenancy';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { InvalidInput } from '~/shared/errors';
import { updateTeamName } from '../data/teams';
import { teamFault, teamNameFault } from '../domain/team-faults';
import { openTeamTree, teamName } from './open-team-tree';

/**
 * Gives a team another name, for all days: a team is known by its place, and files of any day find it by the name that
 * it has. Throws NotFound, InvalidInput at /name, Conflict when the tree changed meanwhile.
 */
export async function renameTeam(
  ctx: TenantContext,
  wish: { readonly teamId: string; readonly name: string; readonly seen?: string },
): Promise<void> {
  const { places } = await openTeamTree(ctx, wish.seen, [wish.teamId]);
  const { teamId } = wish;
  const name = wish.name.trim();
  if (teamName(places, teamId) === name) return;
  const detail = teamNameFault(name);
  if (detail) throw new InvalidInput(detail, [{ pointer: '/name', detail }]);
  const after = places.map((place) => (place.teamId === teamId ? { ...place, name } : place));
  const fault = teamFault(places, after, teamId);
  if (fault) throw new InvalidInput(fault.detail, [{ pointer: '/name', detail: fault.detail }]);
  await updateTeamName(ctx, teamId, name);
  recordAudit(ctx, {
    action: 'team.change',
    subject: { kind: 'team', id: teamId },
    details: { what: 'rename', from: null, parentBefore: null, parentAfter: null },
  });
}
