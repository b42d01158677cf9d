import { createHash } from 'node:crypto';
import type { TenantContext } from '#db/tenancy';
import { listTeamPlaces } from '../data/teams';
import type { TeamPlace } from '../domain/team-tree';

/** A text that is another as soon as any place or name of the tree is, of any day: 16 hexadecimal digits. */
export function treeRevision(places: readonly TeamPlace[]): string {
  const rows = places.map(({ teamId, name, parentId, validFrom, validTo }) => [
    teamId,
    name,
    parentId,
    validFrom,
    validTo,
  ]);
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 16);
}

/** The revision of the organization's tree as it is now; whoever changes it says which one they saw. */
export async function getTreeRevision(ctx: TenantContext): Promise<string> {
  return treeRevision(await listTeamPlaces(ctx));
}
