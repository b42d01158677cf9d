import { boundSum } from './bound-sum';
import { findOtherWorld } from './find-other-world';
import type { System } from './system';

/** Classes of a part of the system that one linear program holds at most. */
const MOST_CLASSES = 120;
/** Classes that each one is tried with, of a row: large rows have very many pairs. */
const MOST_PARTNERS = 40;

export interface Attack {
  /** Sets of fewer than k people, or of people who may all be at one level, that were looked at. */
  readonly tried: number;
  /** Those for which another world was found, in whole numbers. */
  readonly open: number;
  /** Those left over whose bounds are apart. */
  readonly bounded: number;
  /** What was determined: the people of each set and their sum of levels. */
  readonly determined: readonly string[];
}

/**
 * Tries to determine the levels of fewer than k people from everything told: of one class or two, of the people of a
 * row, of those by whom a row is larger than another, and of a class at one level.
 */
export function attack(system: System, k: number): Attack {
  const sets = listSets(system, k);
  let [open, bounded] = [0, 0];
  const determined: string[] = [];
  for (const set of sets) {
    const wanted = new Set(set);
    if (findOtherWorld(system, wanted)) {
      open += 1;
      continue;
    }
    const near = neighbourhood(system, set);
    const [least, most] = boundSum(near.system, near.wanted);
    if (least < most) bounded += 1;
    else determined.push(describe(system, set, least));
  }
  return { tried: sets.length, open, bounded, determined };
}

function describe({ classes, rows }: System, set: readonly number[], sum: number): string {
  const told = rows.filter((row) => set.some((at) => row.classes.includes(at))).length;
  const keys = set.map((at) => classes[at]?.keys.join(', ')).join('; ');
  return `${set.map((at) => classes[at]?.people).join(' and ')} people sum to ${sum}, told of in ${told} figures: ${keys}`;
}

function listSets({ classes, rows }: System, k: number): readonly (readonly number[])[] {
  const peopleOf = (set: readonly number[]) =>
    set.reduce((people, at) => people + (classes[at]?.people ?? 0), 0);
  const within = rows.filter(({ of }) => of === 'levels').map((row) => new Set(row.classes));
  const sets = new Map<string, readonly number[]>();
  const add = (set: readonly number[]): void => {
    const people = peopleOf(set);
    if (people > 0 && people < k) sets.set(set.join(' '), set);
  };
  for (const own of within)
    for (const other of within) {
      const rest = [...own].filter((at) => !other.has(at)).sort((a, b) => a - b);
      if (own === other) add([...own].sort((a, b) => a - b));
      else if (rest.length === own.size - other.size) add(rest);
    }
  for (const own of within) {
    const small = [...own].filter((at) => peopleOf([at]) < k).sort((a, b) => a - b);
    for (const [index, one] of small.entries()) {
      add([one]);
      for (const other of small.slice(index + 1, index + 1 + MOST_PARTNERS)) add([one, other]);
    }
  }
  for (const [at, { people, sum }] of classes.entries())
    if (people >= k && (sum === 0 || sum === 4 * people)) sets.set(String(at), [at]);
  return [...sets.values()];
}

/** The part of the system around some classes: rows of them, the classes of those, and so on while it stays small. */
function neighbourhood({ classes, rows }: System, set: readonly number[]) {
  const within = new Set(set);
  for (;;) {
    const next = new Set(within);
    for (const row of rows)
      if (row.classes.some((at) => within.has(at))) for (const at of row.classes) next.add(at);
    if (next.size === within.size || next.size > MOST_CLASSES) break;
    for (const at of next) within.add(at);
  }
  const kept = [...within];
  const place = new Map(kept.map((at, index) => [at, index]));
  return {
    wanted: new Set(set.map((at) => place.get(at) ?? -1)),
    system: {
      classes: kept.flatMap((at) => classes[at] ?? []),
      rows: rows
        .filter((row) => row.classes.every((at) => within.has(at)))
        .map((row) => ({ ...row, classes: row.classes.map((at) => place.get(at) ?? -1) })),
    },
  };
}
