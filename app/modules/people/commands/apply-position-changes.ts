import type { TenantContext } from '#db/tenancy';
import { markPeopleChanged } from '#jobs/mark-changed';
import type { DayText } from '~/shared/calendar-day';
import { InvalidInput } from '~/shared/errors';
import { listHorizons, replaceHorizons } from '../data/position-horizons';
import {
  type IncumbentRow,
  listIncumbents,
  listPostsOf,
  replaceIncumbents,
} from '../data/position-incumbents';
import { type PositionRow, upsertPositions } from '../data/positions';
import type { KnownHorizon } from '../domain/horizon';
import { factsOn, type Period, replaceFrom } from '../domain/timeline';

/** One post that is written. Absent: stays as it is. */
export interface PositionChange {
  /** The post as it is to be; its revision is raised by whoever plans the change. */
  readonly position: PositionRow;
  /** Who holds it from a day on; null: it is vacant. */
  readonly incumbent?: { readonly employeeId: string | null; readonly from: DayText };
  readonly horizon?: KnownHorizon | null;
}

/**
 * Stores posts with who holds them from a day on, whatever was planned after it, and at the longest until the post is
 * closed, and marks whose figures change. A horizon goes with the incumbent. The caller holds the lock of imports.
 * @throws InvalidInput where a person would hold two posts at a time.
 */
export async function applyPositionChanges(
  ctx: TenantContext,
  changes: readonly PositionChange[],
  today: DayText,
): Promise<void> {
  await upsertPositions(
    ctx,
    changes.map(({ position }) => position),
  );
  await storeIncumbents(ctx, changes);
  await storeHorizons(ctx, changes, today);
}

const sameHolder = (a: string, b: string) => a === b;

async function storeIncumbents(ctx: TenantContext, changes: readonly PositionChange[]): Promise<void> {
  const moving = changes.filter(({ position, incumbent }) => incumbent || position.closedOn !== null);
  if (moving.length === 0) return;
  const positionIds = moving.map(({ position }) => position.positionId);
  const stored = Map.groupBy(await listIncumbents(ctx, positionIds), (row) => row.positionId);
  const rows: IncumbentRow[] = [];
  const touched = new Set<string>();
  for (const { position, incumbent } of moving) {
    const { positionId } = position;
    const before = (stored.get(positionId) ?? []).map(periodOf);
    const filled = incumbent
      ? replaceFrom(before, { from: incumbent.from, facts: incumbent.employeeId }, sameHolder)
      : before;
    const after = position.closedOn
      ? replaceFrom(filled, { from: position.closedOn, facts: null }, sameHolder)
      : filled;
    for (const { facts } of [...before, ...after]) touched.add(facts);
    rows.push(...after.map(({ facts, ...period }) => ({ positionId, employeeId: facts, ...period })));
  }
  const elsewhere = (await listPostsOf(ctx, [...touched])).filter(
    (row) => !positionIds.includes(row.positionId),
  );
  refuseTwoPosts([...rows, ...elsewhere]);
  await replaceIncumbents(ctx, positionIds, rows);
  await markPeopleChanged(ctx, touched);
}

function periodOf({ employeeId, validFrom, validTo }: IncumbentRow): Period<string> {
  return { validFrom, validTo, facts: employeeId };
}

function refuseTwoPosts(rows: readonly IncumbentRow[]): void {
  for (const held of Map.groupBy(rows, (row) => row.employeeId).values()) {
    const inOrder = [...held].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
    const overlaps = inOrder.some((row, index) => {
      const next = inOrder[index + 1];
      return next !== undefined && (row.validTo === null || row.validTo > next.validFrom);
    });
    if (!overlaps) continue;
    const detail = 'The person holds another post in that time. Vacate it first; one at a time is kept.';
    throw new InvalidInput(detail, [{ pointer: 'incumbentId', detail }]);
  }
}

async function storeHorizons(
  ctx: TenantContext,
  changes: readonly PositionChange[],
  today: DayText,
): Promise<void> {
  const told = changes.filter(
    (change) => change.incumbent || change.position.closedOn !== null || change.horizon !== undefined,
  );
  if (told.length === 0) return;
  const positionIds = told.map(({ position }) => position.positionId);
  const holders = Map.groupBy(await listIncumbents(ctx, positionIds), (row) => row.positionId);
  const known = new Map((await listHorizons(ctx, positionIds)).map((row) => [row.positionId, row]));
  const rows = told.flatMap(({ position: { positionId }, horizon }) => {
    const employeeId = factsOn((holders.get(positionId) ?? []).map(periodOf), today);
    const before = known.get(positionId);
    if (horizon === undefined) return before && before.employeeId === employeeId ? [before] : [];
    if (horizon === null) return [];
    if (employeeId === undefined) {
      const detail = 'A horizon belongs to whoever holds the post; it is vacant today.';
      throw new InvalidInput(detail, [{ pointer: 'horizon', detail }]);
    }
    return [{ positionId, employeeId, ...horizon, saidBy: ctx.actor.id, saidOn: today }];
  });
  await replaceHorizons(ctx, positionIds, rows);
}
