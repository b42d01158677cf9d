import type { TenantContext } from '#db/tenancy';
import type { Reach } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { InvalidInput, NotFound } from '~/shared/errors';
import type { TileKey } from '../domain/overview/tile';
import type { Why } from '../domain/why-cell';
import type { WhyAnswer } from '../domain/why-figure';
import { getMethod } from './get-method';
import { getOverview, type Overview } from './get-overview';
import { constantsOf, methodOfRelease } from './method-of-release';

interface Question {
  readonly viewer: Viewer;
  readonly reach: Reach;
  readonly figure: string;
  readonly tile: TileKey;
  readonly asOf: string | null;
}

/**
 * How a tile of the overview came about for this viewer; a released one is told in words, its value is null. Throws
 * InvalidInput for another day than today, NotFound where the tile holds no figure: a lock tells nothing.
 */
export async function getOverviewWhy(
  ctx: TenantContext,
  { viewer, reach, figure, tile, asOf }: Question,
): Promise<WhyAnswer> {
  if (asOf !== null) {
    const detail = 'is not read for the overview, which is of today';
    throw new InvalidInput('The query is not right.', [{ pointer: 'asOf', detail }]);
  }
  const view = await getOverview(ctx, { viewer, reach });
  const told = view.kind === 'live' ? liveWhy(view, tile) : releasedWhy(view, tile);
  if (!told?.why) throw new NotFound('There is no such figure for your role.');
  const now = await getMethod(ctx);
  const release = view.kind === 'released' ? view.release : null;
  const { constants } = release ? await methodOfRelease(ctx, release.id, now) : now;
  return {
    ...{ figure, value: told.value, formula: told.why.formula },
    ...{ inputs: [...told.why.inputs], excluded: [...told.why.excluded], versions: told.why.versions },
    constants: constantsOf(constants),
    asOf: told.asOf,
    link: `/o/${viewer.organization.slug}/overview`,
  };
}

interface Told {
  readonly value: number | null;
  readonly why: Why | null;
  readonly asOf: string;
}

function liveWhy(view: Extract<Overview, { kind: 'live' }>, key: TileKey): Told | null {
  const tile = view.tiles.find((one) => one.key === key);
  return tile ? { value: tile.value, why: tile.why, asOf: view.asOf } : null;
}

function releasedWhy(view: Extract<Overview, { kind: 'released' }>, key: TileKey): Told | null {
  const figure = key === 'aiReadiness' ? view.aiReadiness : view.figures.find((one) => one.key === key);
  return figure && view.release ? { value: null, why: figure.why, asOf: view.release.asOf } : null;
}
