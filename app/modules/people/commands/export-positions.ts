import type { TenantContext } from '#db/tenancy';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import type { Reach } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { Forbidden } from '~/shared/errors';
import { isDetailed } from '../domain/directory-scope';
import { formatHorizon, POSITION_COLUMNS } from '../domain/position-row';
import { listPositions } from '../queries/list-positions';
import { readHorizons } from '../queries/read-horizons';

interface Question {
  readonly viewer: Viewer;
  readonly reach: Reach;
  readonly asOf: string;
}

/**
 * The posts that stand, as a table that an import takes without a change; the log says who took it. Horizons are a column
 * only for roles that read them. Throws Forbidden for who meets only colleagues.
 */
export async function exportPositions(ctx: TenantContext, { viewer, reach, asOf }: Question) {
  if (!isDetailed(reach)) throw new Forbidden('Your role does not export positions.');
  const positions = await listPositions(ctx, { viewer, reach, filter: {}, asOf });
  const horizons = await readHorizons(ctx, viewer, { positions, asOf });
  recordAudit(ctx, {
    action: 'positions.export',
    subject: { kind: 'organization', id: ctx.organizationId },
    details: { positions: positions.length, horizons: horizons?.size ?? 0 },
  });
  const columns = [...POSITION_COLUMNS.required, ...POSITION_COLUMNS.optional].filter(
    (name) => name !== 'horizon' || horizons !== null,
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
