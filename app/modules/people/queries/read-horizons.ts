import type { TenantContext } from '#db/tenancy';
import { reachOf } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { noteHorizonView } from '~/modules/organizations/queries/note-horizon-view';
import { type HorizonRow, listHorizons } from '../data/position-horizons';
import type { ListedPosition } from './list-positions';
import { listSubtreeTeamIds } from './list-subtree-team-ids';

/** Whether the role writes horizons: HR partners (method.md 7). */
export function writesHorizons(role: Viewer['role']): boolean {
  return reachOf(role, 'horizon:read') === 'all' && reachOf(role, 'directory:write') === 'all';
}

/**
 * What is known of when these posts become vacant, by post, as far as the viewer may read it; null for a role that may
 * not at all. What stands of somebody who no longer holds the post is left out. The log names every post that
 * was asked for, so that it tells nobody of which a horizon is known.
 */
export async function readHorizons(
  ctx: TenantContext,
  viewer: Viewer,
  { positions, asOf }: { readonly positions: readonly ListedPosition[]; readonly asOf: string },
): Promise<ReadonlyMap<string, HorizonRow> | null> {
  const reach = reachOf(viewer.role, 'horizon:read');
  if (reach !== 'all' && reach !== 'subtree') return null;
  const teams = reach === 'all' ? null : new Set(await listSubtreeTeamIds(ctx, viewer.teamScope, asOf));
  const open = positions.filter(({ teamId }) => teams === null || teams.has(teamId));
  const holders = new Map(open.map(({ id, incumbent }) => [id, incumbent?.id]));
  const rows = (await listHorizons(ctx, [...holders.keys()])).filter(
    (row) => holders.get(row.positionId) === row.employeeId,
  );
  noteHorizonView(ctx, { viewer, reach, positions: open.map(({ id }) => id) });
  return new Map(rows.map((row) => [row.positionId, row]));
}
