/**
 * Overview part: what a block adds to the released figures of the overview, in one dimension.
 * Unit: people by the level that they held (holders.ts), people with a target, strength units of them. Integers.
 * Missing: who holds nothing is in no count; who has no target adds no strength. Source: method.md 5, 9, 12.
 */
import type { Level } from '~/modules/frameworks/domain/level';
import type { DayText } from '~/shared/calendar-day';

export interface OverviewPart {
  /** Holders at exactly the levels 0 to 4. */
  readonly holders: readonly [number, number, number, number, number];
  readonly withTarget: number;
  readonly units: number;
  /** Of joined blocks (block-piece.ts): the units by the day that they are of. Not there: all are of the block's day. */
  readonly unitsOf?: Readonly<Record<DayText, number>>;
}

/** The part of one person. */
export function sumOverviewPart(person: {
  readonly holds: Level | null;
  readonly strength: number | null;
}): OverviewPart {
  const holders: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  if (person.holds !== null) holders[person.holds] = 1;
  return { holders, withTarget: person.strength === null ? 0 : 1, units: person.strength ?? 0 };
}

/** Parts of people without anybody in common. */
export function addOverviewPart(a: OverviewPart | undefined, b: OverviewPart): OverviewPart {
  if (a === undefined) return b;
  const [x, y] = [a.holders, b.holders];
  return {
    holders: [x[0] + y[0], x[1] + y[1], x[2] + y[2], x[3] + y[3], x[4] + y[4]],
    withTarget: a.withTarget + b.withTarget,
    units: a.units + b.units,
    ...(a.unitsOf && b.unitsOf ? { unitsOf: addByDay(a.unitsOf, b.unitsOf) } : {}),
  };
}

function addByDay(a: Readonly<Record<DayText, number>>, b: Readonly<Record<DayText, number>>) {
  const days = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  return Object.fromEntries(days.map((day) => [day, (a[day] ?? 0) + (b[day] ?? 0)]));
}
