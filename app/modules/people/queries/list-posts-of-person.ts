import type { TenantContext } from '#db/tenancy';
import { listHorizonsOf } from '../data/position-horizons';
import { listPostsOf } from '../data/position-incumbents';
import { listCandidaciesOf } from '../data/position-pools';
import { listPositionsById } from '../data/positions';

/** Posts in a person's record: held, what is known of when the person leaves one, and pools entered by hand. */
export async function listPostsOfPerson(ctx: TenantContext, employeeId: string) {
  const held = await listPostsOf(ctx, [employeeId]);
  const entered = await listCandidaciesOf(ctx, employeeId);
  const horizons = new Map((await listHorizonsOf(ctx, employeeId)).map((row) => [row.positionId, row]));
  const ids = [...held, ...entered].map(({ positionId }) => positionId);
  const titles = new Map((await listPositionsById(ctx, ids)).map((row) => [row.positionId, row.title]));
  return {
    positions: held.map(({ positionId, validFrom, validTo }) => ({
      title: titles.get(positionId) ?? null,
      from: validFrom,
      until: validTo,
    })),
    horizons: [...horizons.values()].map(({ positionId, horizon, source, saidOn }) => ({
      position: titles.get(positionId) ?? null,
      horizon,
      source,
      on: saidOn,
    })),
    enteredForPositions: entered.map(({ positionId, move }) => ({
      position: titles.get(positionId) ?? null,
      move,
    })),
  };
}
