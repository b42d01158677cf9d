import type { TenantContext } from '#db/tenancy';
import type { Reach } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { formatHorizon, POSITION_COLUMNS } from '../domain/position-row';
import { listPositions } from './list-positions';
import { readHorizons } from './read-horizons';

interface Question {
  readonly viewer: Viewer;
  readonly reach: Reach;
  readonly asOf: string;
}

/**
 * The posts that stand, as a table that an import takes without a change. Horizons are a column only for roles that read
 * them, and who is told of a post's weight gets that column.
 */
export async function exportPositions(ctx: TenantContext, { viewer, reach, asOf }: Question) {
  const positions = await listPositions(ctx, { viewer, reach, filter: {}, asOf });
  const horizons = await readHorizons(ctx, viewer, { positions, asOf });
  const detailed = positions.every(({ critical }) => critical !== null);
  const columns = [...POSITION_COLUMNS.required, ...POSITION_COLUMNS.optional].filter(
    (name) => (name !== 'horizon' || horizons !== null) && (name !== 'critical' || detailed),
  );
  const rows = positions.map((position) => {
    const cells: Readonly<Record<(typeof columns)[number], string>> = {
      external_id: position.externalId,
      title: position.title,
      team: position.team ?? '',
      site: position.site ?? '',
      occupation: position.soc ?? '',
      role_band: position.roleBand === null ? '' : String(position.roleBand),
      critical: position.critical ? 'yes' : 'no',
      incumbent_external_id: position.incumbent?.externalId ?? '',
      horizon: formatHorizon(horizons?.get(position.id) ?? null),
    };
    return columns.map((name) => cells[name]);
  });
  return { name: 'positions', header: columns, rows };
}
