import type { z } from 'zod';
import type { TenantContext } from '#db/tenancy';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import type { positionSchema } from '../domain/position-schemas';
import type { ListedPosition } from './list-positions';
import { readHorizons } from './read-horizons';

type PositionResource = z.output<typeof positionSchema>;

/** Posts as the API shows them to a viewer; what the role may not read is absent, and horizons seen are audited. */
export async function toPositionResources(
  ctx: TenantContext,
  viewer: Viewer,
  { positions, asOf }: { readonly positions: readonly ListedPosition[]; readonly asOf: string },
): Promise<PositionResource[]> {
  const horizons = await readHorizons(ctx, viewer, { positions, asOf });
  return positions.map(({ incumbent, critical, ...position }) => {
    const known = horizons?.get(position.id);
    const { id, externalId, title, soc, roleBand, teamId, siteId, closedOn } = position;
    return {
      id,
      externalId,
      title,
      soc,
      roleBand,
      teamId,
      siteId,
      ...(critical === null ? {} : { critical }),
      incumbentId: incumbent?.id ?? null,
      closedOn,
      ...(horizons
        ? {
            horizon: known?.horizon ?? (incumbent ? ('unknown' as const) : null),
            horizonSource: known?.source ?? null,
          }
        : {}),
    };
  });
}
