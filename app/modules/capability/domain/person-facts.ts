/**
 * Person facts: what a person adds to the cells of every group, in binary, to be kept in memory and counted there.
 * Formula: of each dimension a word (level, target, weight, and what else a cell counts, in bits side by side), the day
 * of the rating and the strength units. A group is counted by its words: how many people have each, times what one person
 * with the word adds. The same integers as person-sums.ts sums in the database (a property test holds both together).
 * Unit and range: of person-sums.ts; units of a person below 2^53. Rounding: none.
 * Missing: level, target, difference 0 in their bits, which a value never is; day -1; units 0. Source: method.md 4 and 5.
 */
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import { dayNumber } from '~/shared/calendar-day';
import { isHolder } from './holders';
import { cellOfPlaces, type PersonAt, PLACE_NAMES, type PlaceValues } from './person-sums';
import type { ProfileDimension } from './profile';
import { strengthUnits } from './strength-units';
import type { TeamCell } from './team-cell';

const WORD_BYTES = 4;
const DAY_BYTES = 4;
const DIMENSION_BYTES = WORD_BYTES + DAY_BYTES + Float64Array.BYTES_PER_ELEMENT;
export const FACTS_BYTES = DIMENSIONS.length * DIMENSION_BYTES;
const NO_DAY = -1;
const DIFFERENCE_ZERO = 5;
const LARGEST_DIFFERENCE = 4;

/** What a word holds, from its last bit, and in how many bits. */
const FIELDS = [
  ['level', 3],
  ['target', 3],
  ['weight', 2],
  ['written', 1],
  ['critical', 3],
  ['due', 1],
  ['holds', 1],
  ['difference', 4],
] as const;
type Field = (typeof FIELDS)[number][0];

/** The bytes of one active person, FACTS_BYTES of them; the rows in the order of DIMENSIONS, computed for the same day. */
export function personFacts(rows: readonly ProfileDimension[], at: PersonAt): Uint8Array {
  const bytes = new Uint8Array(FACTS_BYTES);
  const view = new DataView(bytes.buffer);
  for (const [index, row] of rows.entries()) {
    const from = index * DIMENSION_BYTES;
    const { assessedOn, strengthTrust } = row;
    view.setUint32(from, wordOf(row, at), true);
    view.setInt32(from + WORD_BYTES, assessedOn === null ? NO_DAY : dayNumber(assessedOn), true);
    const units =
      assessedOn === null || strengthTrust === null
        ? 0
        : strengthUnits(assessedOn, strengthTrust, at.constants);
    view.setFloat64(from + WORD_BYTES + DAY_BYTES, units, true);
  }
  return bytes;
}

function wordOf(row: ProfileDimension, { available, asOf }: PersonAt): number {
  const { level, target, weight, criticalLevel, recheckOn, selfManagerDifference: difference } = row;
  const holds = level !== null && isHolder({ active: true, available, row }, level, asOf);
  const values: Readonly<Record<Field, number>> = {
    level: level === null ? 0 : level + 1,
    target: target === null ? 0 : target + 1,
    weight: weight ?? 0,
    written: target !== null && !row.isDefault ? 1 : 0,
    critical: criticalLevel ?? 0,
    due: recheckOn !== null && recheckOn <= asOf ? 1 : 0,
    holds: holds ? 1 : 0,
    difference: difference === null ? 0 : difference + DIFFERENCE_ZERO,
  };
  let shift = 0;
  return FIELDS.reduce((word, [name, bits]) => {
    const placed = word | (values[name] << shift);
    shift += bits;
    return placed;
  }, 0);
}

/** What one person with the word adds to each place of a cell; strength units apart. */
function placesOfWord(word: number): PlaceValues {
  let shift = 0;
  const read = FIELDS.map(([name, bits]) => {
    const value = (word >> shift) & ((1 << bits) - 1);
    shift += bits;
    return [name, value] as const;
  });
  const of = Object.fromEntries(read) as Record<Field, number>;
  const [level, target] = [of.level - 1, of.target - 1];
  const pair = level >= 0 && target >= 0;
  const gap = pair ? Math.max(0, target - level) : 0;
  const one = (condition: boolean) => (condition ? 1 : 0);
  const at = (name: string, value: number, holds: boolean) =>
    Object.fromEntries([0, 1, 2, 3, 4].map((step) => [`${name}${step}`, one(holds && value === step)]));
  return {
    ...(at('n', level, true) as Pick<PlaceValues, 'n0' | 'n1' | 'n2' | 'n3' | 'n4'>),
    ...(at('h', level, of.holds === 1) as Pick<PlaceValues, 'h1' | 'h2' | 'h3' | 'h4'>),
    ...(at('c', of.critical, true) as Pick<PlaceValues, 'c1' | 'c2' | 'c3' | 'c4'>),
    withTarget: one(target >= 0),
    writtenTarget: of.written,
    assessedWithTarget: one(pair),
    atTarget: one(pair && gap === 0),
    recheckDue: of.due,
    diffN: one(of.difference > 0),
    diffShifted: of.difference > 0 ? of.difference - DIFFERENCE_ZERO + LARGEST_DIFFERENCE : 0,
    targetSum: pair ? target : 0,
    gapSum: gap,
    weightedTargetSum: pair ? of.weight * target : 0,
    weightedGapSum: of.weight * gap,
    strengthUnits: 0,
  };
}

/** Words seen in this process: their numbers, and what each adds as pairs of a place and a value above 0. */
const numbers = new Map<number, number>();
const added: Uint8Array[] = [];

function numberOf(word: number): number {
  const known = numbers.get(word);
  if (known !== undefined) return known;
  const number = added.length;
  const values = placesOfWord(word);
  numbers.set(word, number);
  added.push(
    Uint8Array.from(PLACE_NAMES.flatMap((name, place) => (values[name] === 0 ? [] : [place, values[name]]))),
  );
  return number;
}

/** The facts of some people, in one order, twelve to each: numbers of words, days, strength units. */
export interface FactsOfPeople {
  readonly words: Uint32Array;
  readonly days: Int32Array;
  readonly units: Float64Array;
}

/** Reads the facts of people, one after the other. Throws for bytes that are not whole people's. */
export function readFacts(bytes: Uint8Array): FactsOfPeople {
  if (bytes.length % FACTS_BYTES !== 0) throw new Error('facts of a part of a person');
  const size = bytes.length / DIMENSION_BYTES;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const [words, days, units] = [new Uint32Array(size), new Int32Array(size), new Float64Array(size)];
  for (let at = 0, from = 0; at < size; at += 1, from += DIMENSION_BYTES) {
    words[at] = numberOf(view.getUint32(from, true));
    days[at] = view.getInt32(from + WORD_BYTES, true);
    units[at] = view.getFloat64(from + WORD_BYTES + DAY_BYTES, true);
  }
  return { words, days, units };
}

/** A group that is being counted. */
export interface FactsCount {
  people: number;
  /** How many people have each word, by its number, one dimension after the other; empty: they are added one by one. */
  readonly words: Uint32Array;
  /** What stands in the places of each dimension, one dimension after the other, beside that of words. */
  readonly sums: Float64Array;
  readonly days: Int32Array;
}

/** Counts of words kept at once, of all groups of a view: 24 MB. */
const MOST_COUNTS = 6_000_000;

/** A count of nobody, beside so many others; the facts of who is to be counted have been read. */
export function countNobody(others: number): FactsCount {
  const size = DIMENSIONS.length * added.length;
  return {
    people: 0,
    words: new Uint32Array((others + 1) * size <= MOST_COUNTS ? size : 0),
    sums: new Float64Array(DIMENSIONS.length * PLACE_NAMES.length),
    days: new Int32Array(DIMENSIONS.length).fill(NO_DAY),
  };
}

const NOTHING = new Uint8Array(0);
const UNITS_PLACE = PLACE_NAMES.indexOf('strengthUnits');

/** Counts one of these people, by the place in their order. */
export function countPerson(count: FactsCount, facts: FactsOfPeople, person: number): void {
  const { words, sums, days } = count;
  const known = words.length / DIMENSIONS.length;
  count.people += 1;
  for (let index = 0; index < DIMENSIONS.length; index += 1) {
    const at = person * DIMENSIONS.length + index;
    const from = index * PLACE_NAMES.length;
    const word = facts.words[at] as number;
    if (word < known) words[index * known + word] = (words[index * known + word] as number) + 1;
    else addWord(sums, { from, word, times: 1 });
    sums[from + UNITS_PLACE] = (sums[from + UNITS_PLACE] as number) + (facts.units[at] as number);
    const day = facts.days[at] as number;
    if (day > (days[index] as number)) days[index] = day;
  }
}

interface CountedWord {
  /** Where the places of the dimension begin. */
  readonly from: number;
  readonly word: number;
  readonly times: number;
}

function addWord(sums: Float64Array, { from, word, times }: CountedWord): void {
  const pairs = added[word] ?? NOTHING;
  for (let pair = 0; pair < pairs.length; pair += 2) {
    const place = from + (pairs[pair] as number);
    sums[place] = (sums[place] as number) + times * (pairs[pair + 1] as number);
  }
}

/** What stands in the places with what the words counted add. */
function sumsOf({ words, sums }: FactsCount): Float64Array {
  const all = sums.slice();
  const known = words.length / DIMENSIONS.length;
  for (const [at, times] of words.entries()) {
    if (times === 0) continue;
    const index = Math.floor(at / known);
    addWord(all, { from: index * PLACE_NAMES.length, word: at - index * known, times });
  }
  return all;
}

/** The twelve cells of the people counted, in the order of DIMENSIONS, as readSums gives them. */
export function cellsOfCount(count: FactsCount): readonly TeamCell[] {
  const { people, days } = count;
  const sums = sumsOf(count);
  return DIMENSIONS.map((_, index) => {
    const from = index * PLACE_NAMES.length;
    const values = PLACE_NAMES.map((name, place) => [name, sums[from + place]]);
    const day = days[index] ?? NO_DAY;
    return cellOfPlaces(people, Object.fromEntries(values) as PlaceValues, day === NO_DAY ? null : day);
  });
}
