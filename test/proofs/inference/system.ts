/**
 * What an attacker writes down: sums of unknown whole numbers, each between the bounds that rounding leaves.
 * A class are the ratings that stand in the very same sums, with the same target: nothing tells them apart.
 */
export interface Rating {
  /** Person and rating: one and the same unknown wherever it is counted. */
  readonly key: string;
  readonly level: number;
  readonly target: number | null;
  /** The attacker could read it when it was first told of. */
  readonly known: boolean;
}

/** A figure as told: these ratings, the whole numbers that their levels and those at target may sum to. */
export interface Told {
  readonly ratings: readonly Rating[];
  readonly sums: readonly [number, number];
  readonly atTarget: readonly [number, number] | null;
}

export interface RatingClass {
  /** Keys of its ratings, to be named where something was determined. */
  readonly keys: readonly string[];
  readonly people: number;
  readonly target: number | null;
  /** The truth, which the attacker does not have: a point that fulfils everything told. */
  readonly sum: number;
  readonly atTarget: number;
}

/** Indexes of classes with the least and the largest whole number that they sum to. */
export interface Row {
  readonly classes: readonly number[];
  readonly of: 'levels' | 'atTarget';
  readonly least: number;
  readonly most: number;
}

export interface System {
  readonly classes: readonly RatingClass[];
  readonly rows: readonly Row[];
}

/** Everything told of one dimension as one system; known ratings are taken off. */
export function systemOf(told: readonly Told[]): System {
  const distinct = new Map<string, Told>();
  for (const one of told) distinct.set(nameOf(one), one);
  const all = [...distinct.values()];
  const known = new Map<string, Rating>();
  const within = new Map<string, number[]>();
  for (const [at, { ratings }] of all.entries())
    for (const rating of ratings) {
      if (!known.has(rating.key)) known.set(rating.key, rating);
      within.set(rating.key, [...(within.get(rating.key) ?? []), at]);
    }
  const groups = Map.groupBy(
    [...known.values()].filter((rating) => !rating.known),
    ({ key, target }) => `${target} ${(within.get(key) ?? []).join(',')}`,
  );
  const members = [...groups.values()];
  const classes = members.map(toClass);
  const classesOf = all.map((): number[] => []);
  for (const [at, [first]] of members.entries())
    for (const row of within.get(first?.key ?? '') ?? []) classesOf[row]?.push(at);
  const rows = all.flatMap((one, at) => {
    const own = one.ratings.flatMap(({ key }) => known.get(key) ?? []).filter((rating) => rating.known);
    return rowsOf(one, { classes: classesOf[at] ?? [], own });
  });
  return { classes, rows };
}

function nameOf({ ratings, sums, atTarget }: Told): string {
  return JSON.stringify([ratings.map(({ key }) => key).sort(), sums, atTarget]);
}

function toClass(ratings: readonly Rating[]): RatingClass {
  return {
    keys: ratings.map(({ key }) => key),
    people: ratings.length,
    target: ratings[0]?.target ?? null,
    sum: ratings.reduce((sum, { level }) => sum + level, 0),
    atTarget: ratings.filter(isAtTarget).length,
  };
}

function isAtTarget({ level, target }: Rating): boolean {
  return target !== null && level >= target;
}

function rowsOf(
  { sums, atTarget }: Told,
  { classes, own }: { readonly classes: readonly number[]; readonly own: readonly Rating[] },
): Row[] {
  const levels = own.reduce((sum, { level }) => sum + level, 0);
  const reached = own.filter(isAtTarget).length;
  return [
    { classes, of: 'levels', least: sums[0] - levels, most: sums[1] - levels },
    ...(atTarget
      ? [{ classes, of: 'atTarget', least: atTarget[0] - reached, most: atTarget[1] - reached } as const]
      : []),
  ];
}

/** How many of a class can be at target when its levels sum to this. */
export function atTargetRange({ people, target }: RatingClass, sum: number): readonly [number, number] {
  if (target === null) return [0, 0];
  if (target === 0) return [people, people];
  const least = Math.max(0, Math.ceil((sum - (target - 1) * people) / (5 - target)));
  return [least, Math.min(people, Math.floor(sum / target))];
}
