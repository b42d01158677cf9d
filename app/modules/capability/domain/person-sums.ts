/**
 * Person sums: what a person adds to the cells of every group, the twelve dimensions in one whole number.
 * Formula: each count and sum of a cell (team-cell.ts) has decimal places of its own, side by side; the number of a group
 * is the sum of the numbers of its people, and each place then holds the group's count. Before the places stands a 1:
 * people. The self-manager difference is shifted by 4 for each person who has one, so that no place is negative.
 * Range: 999,999 people; strength units to 10^16. Rounding: none. Missing: 0 in its places, as in a cell.
 * Days and framework versions are no sums and are not in it. Source: method.md 4 and 5.
 */
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import type { DayText } from '~/shared/calendar-day';
import { type CellSums, personCell } from './cell';
import type { MethodConstants } from './constants';
import { isHolder } from './holders';
import type { ProfileDimension } from './profile';
import { strengthUnits } from './strength-units';
import { emptyTeamCell, type TeamCell } from './team-cell';

const UNITS_WIDTH = 16;

/** What has places, from left to right, and how many. cN = people with the critical level N. */
const PLACES = [
  ['n0', 6],
  ['n1', 6],
  ['n2', 6],
  ['n3', 6],
  ['n4', 6],
  ['withTarget', 6],
  ['writtenTarget', 6],
  ['assessedWithTarget', 6],
  ['atTarget', 6],
  ['recheckDue', 6],
  ['diffN', 6],
  ['h1', 6],
  ['h2', 6],
  ['h3', 6],
  ['h4', 6],
  ['c1', 6],
  ['c2', 6],
  ['c3', 6],
  ['c4', 6],
  ['targetSum', 7],
  ['gapSum', 7],
  ['weightedTargetSum', 8],
  ['weightedGapSum', 8],
  ['diffShifted', 7],
  ['strengthUnits', UNITS_WIDTH],
] as const;
type Place = (typeof PLACES)[number][0];
export const PLACE_NAMES: readonly Place[] = PLACES.map(([name]) => name);
/** A count or a sum for each place. */
export type PlaceValues = Readonly<Record<Place, number>>;
const WIDTH = PLACES.reduce((sum, [, width]) => sum + width, 0);
const LARGEST_DIFFERENCE = 4;

export interface PersonAt {
  readonly available: boolean;
  readonly asOf: DayText;
  readonly constants: MethodConstants;
}

/** The number of one active person; the rows in the order of DIMENSIONS, computed for the same day. */
export function personSums(rows: readonly ProfileDimension[], at: PersonAt): string {
  return `1${rows.map((row) => dimensionText(row, at)).join('')}`;
}

/** Places of a dimension but the last, which is the strength units, by what they follow from. */
const texts = new Map<string, string>();

function dimensionText(row: ProfileDimension, at: PersonAt): string {
  const { level, target, weight, criticalLevel, gap, selfManagerDifference: difference } = row;
  const holds = level !== null && isHolder({ active: true, available: at.available, row }, level, at.asOf);
  const due = row.recheckOn !== null && row.recheckOn <= at.asOf;
  const key = `${level} ${target} ${weight} ${criticalLevel} ${gap} ${difference} ${row.isDefault} ${holds} ${due}`;
  let text = texts.get(key);
  if (text === undefined) {
    text = placesText(personCell(row, at.asOf, at.constants), { level, criticalLevel, holds });
    texts.set(key, text);
  }
  const { assessedOn, strengthTrust } = row;
  const units =
    assessedOn === null || strengthTrust === null
      ? 0
      : strengthUnits(assessedOn, strengthTrust, at.constants);
  return text + String(units).padStart(UNITS_WIDTH, '0');
}

function placesText(
  cell: CellSums,
  {
    level,
    criticalLevel,
    holds,
  }: Pick<ProfileDimension, 'level' | 'criticalLevel'> & { readonly holds: boolean },
): string {
  const unitsAt = (place: Place): number => {
    if (place === 'diffShifted') return cell.diffSum + LARGEST_DIFFERENCE * cell.diffN;
    const step = Number(place.slice(1));
    if (place.startsWith('h')) return holds && level === step ? 1 : 0;
    if (place.startsWith('c')) return criticalLevel === step ? 1 : 0;
    return cell[place as keyof CellSums] ?? 0;
  };
  return PLACES.slice(0, -1)
    .map(([place, width]) => String(unitsAt(place)).padStart(width, '0'))
    .join('');
}

/**
 * The twelve cells of a group from the sum of its people's numbers, in the order of DIMENSIONS, and the newest day of each
 * (days since 1970-01-01, null: nobody is assessed). The next change by the clock and framework versions are not told.
 */
export function readSums(sum: string, newestDays: readonly (number | null)[]): readonly TeamCell[] {
  const start = sum.length - DIMENSIONS.length * WIDTH;
  const people = Number(sum.slice(0, start));
  return DIMENSIONS.map((_, index) =>
    cellOfPlaces(people, placesOf(sum, start + index * WIDTH), newestDays[index] ?? null),
  );
}

/** The cell of so many people from what stands in its places, and the newest day (days since 1970-01-01). */
export function cellOfPlaces(people: number, values: PlaceValues, newestDay: number | null): TeamCell {
  const { c1, c2, c3, c4, diffShifted, ...sums } = values;
  const critical = [c1, c2, c3, c4];
  const lowest = critical.findIndex((n) => n > 0);
  return {
    ...emptyTeamCell(),
    ...sums,
    people,
    assessed: sums.n0 + sums.n1 + sums.n2 + sums.n3 + sums.n4,
    noTarget: people - sums.withTarget,
    diffSum: diffShifted - LARGEST_DIFFERENCE * sums.diffN,
    newestDay,
    criticalPeople: c1 + c2 + c3 + c4,
    criticalMin: lowest < 0 ? null : lowest + 1,
  };
}

function placesOf(sum: string, from: number): Record<Place, number> {
  let at = from;
  const values: [string, number][] = PLACES.map(([place, width]) => {
    at += width;
    return [place, Number(sum.slice(at - width, at))];
  });
  return Object.fromEntries(values) as Record<Place, number>;
}
