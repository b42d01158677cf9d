import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { CellChange, RatingCell } from './rating-cell';

/** Where a rating stands; ids alone, never a name. */
export interface CellPlace {
  /** Null: outside a cycle. */
  readonly cycleId: string | null;
  readonly employeeId: string;
  readonly dimension: Dimension;
}

/** One cell whose newest contents the server has not confirmed yet. */
export interface WaitingCell extends CellPlace {
  readonly key: string;
  /** That the rater saw. */
  readonly revision: number;
  readonly change: CellChange;
  /** Sent at least once: what it says is fixed, because the server may have it. */
  readonly tried: boolean;
  /** Said since it was sent. */
  readonly next: CellChange | null;
  /** What somebody else saved between; it is sent no more until the rater decides. */
  readonly conflict: RatingCell | null;
}

/** Cells that wait, by place, in the order in which they are sent. */
export type SaveQueue = Readonly<Record<string, WaitingCell>>;

export function cellId({ cycleId, employeeId, dimension }: CellPlace): string {
  return `${cycleId ?? '-'}:${employeeId}:${dimension}`;
}

interface Stamp {
  readonly revision: number;
  readonly key: string;
}

/** The queue after the rater changed a cell. */
export function withChange(
  queue: SaveQueue,
  place: CellPlace,
  { change, revision, key }: Stamp & { readonly change: CellChange },
): SaveQueue {
  const id = cellId(place);
  const known = queue[id];
  const { cycleId, employeeId, dimension } = place;
  const fresh = { cycleId, employeeId, dimension, key, revision, tried: false, next: null, conflict: null };
  if (!known) return { ...queue, [id]: { ...fresh, change } };
  if (!known.tried) return { ...queue, [id]: { ...known, change: merged(known.change, change) } };
  return { ...queue, [id]: { ...known, next: merged(known.next ?? known.change, change) } };
}

/** What is sent next; null: nothing. */
export function nextToSend(queue: SaveQueue): WaitingCell | null {
  return Object.values(queue).find(({ conflict }) => conflict === null) ?? null;
}

/** The queue once a cell is on its way: whether it arrives is not known until it is answered. */
export function withTried(queue: SaveQueue, id: string): SaveQueue {
  const known = queue[id];
  return known ? { ...queue, [id]: { ...known, tried: true } } : queue;
}

/** The queue after the server answered a cell. @param key Of what was said since. */
export function withAnswer(
  queue: SaveQueue,
  id: string,
  {
    outcome,
    cell,
    key,
  }: { readonly outcome: 'saved' | 'conflict'; readonly cell: RatingCell; readonly key: string },
): SaveQueue {
  const known = queue[id];
  if (!known) return queue;
  if (outcome === 'conflict') return { ...queue, [id]: { ...known, conflict: cell } };
  const { [id]: _, ...rest } = queue;
  if (known.next === null) return rest;
  const { revision } = cell;
  return { ...rest, [id]: { ...known, key, revision, change: known.next, tried: false, next: null } };
}

/** The queue after the rater decided what holds: the own value over the other's, or the other's. */
export function withDecision(queue: SaveQueue, id: string, mineKey: string | null): SaveQueue {
  const known = queue[id];
  if (!known?.conflict) return queue;
  const { [id]: _, ...rest } = queue;
  if (mineKey === null) return rest;
  const { conflict, next, change } = known;
  const mine = { ...known, key: mineKey, revision: conflict.revision, change: next ?? change };
  return { ...rest, [id]: { ...mine, tried: false, next: null, conflict: null } };
}

/** The queue without a cell that the server refuses. */
export function withoutCell(queue: SaveQueue, id: string): SaveQueue {
  const { [id]: _, ...rest } = queue;
  return rest;
}

/** What the rater said last in a cell that waits; undefined: nothing waits. */
export function waitingChange(queue: SaveQueue, id: string): CellChange | undefined {
  const known = queue[id];
  return known?.next ?? known?.change;
}

/** What a later change leaves out stays as an earlier one said it. */
function merged(before: CellChange, after: CellChange): CellChange {
  if (after.value === null) return after;
  return {
    value: after.value,
    evidence: after.evidence ?? before.evidence,
    ticked: after.ticked ?? before.ticked,
  };
}

/** Reads a queue that a browser kept; whatever is not one is an empty queue. */
export function readQueue(text: string | null): SaveQueue {
  try {
    const parsed: unknown = JSON.parse(text ?? '{}');
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return {};
    const kept = Object.entries(parsed as Record<string, WaitingCell>).filter(
      ([id, one]) => typeof one === 'object' && one !== null && cellId(one) === id && 'change' in one,
    );
    return Object.fromEntries(kept);
  } catch {
    return {};
  }
}
