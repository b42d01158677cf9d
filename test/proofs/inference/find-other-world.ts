import { atTargetRange, type Row, type System } from './system';

/** Steps that one search takes at most. */
const MOST_STEPS = 4000;
const DEEPEST = 8;

/**
 * Looks for other whole numbers that fulfil everything told, and in which these classes sum to something else: then
 * the attacker cannot know their sum. True when one was found; false says nothing.
 */
export function findOtherWorld({ classes, rows }: System, wanted: ReadonlySet<number>): boolean {
  const rowsOf = classes.map((): number[] => []);
  for (const [at, row] of rows.entries()) for (const one of row.classes) rowsOf[one]?.push(at);
  const sums = classes.map(({ sum }) => sum);
  const reached = classes.map(({ atTarget }) => atTarget);
  const totals = rows.map(({ classes: own, of }) =>
    own.reduce((total, at) => total + ((of === 'levels' ? sums[at] : reached[at]) ?? 0), 0),
  );
  const broken = new Set<number>();
  let steps = 0;

  const set = (at: number, sum: number): (() => void) => {
    const one = classes[at];
    const [before, reachedBefore] = [sums[at] ?? 0, reached[at] ?? 0];
    const [least, most] = one ? atTargetRange(one, sum) : [0, 0];
    const after = Math.min(most, Math.max(least, reachedBefore));
    const write = (levels: number, pairs: number): void => {
      const [byLevels, byPairs] = [levels - (sums[at] ?? 0), pairs - (reached[at] ?? 0)];
      sums[at] = levels;
      reached[at] = pairs;
      for (const row of rowsOf[at] ?? []) {
        totals[row] = (totals[row] ?? 0) + (rows[row]?.of === 'levels' ? byLevels : byPairs);
        if (isFulfilled(rows[row], totals[row] ?? 0)) broken.delete(row);
        else broken.add(row);
      }
    };
    write(sum, after);
    return () => write(before, reachedBefore);
  };
  const isOther = (): boolean =>
    [...wanted].reduce((difference, at) => difference + (sums[at] ?? 0) - (classes[at]?.sum ?? 0), 0) !== 0;
  const mend = (depth: number): boolean => {
    if (broken.size === 0) return isOther();
    if (depth === 0) return false;
    const [row = -1] = broken;
    const [total, least = 0] = [totals[row] ?? 0, rows[row]?.least];
    const step = total < least ? 1 : -1;
    for (const at of rows[row]?.classes ?? []) {
      const sum = (sums[at] ?? 0) + step;
      if (sum < 0 || sum > 4 * (classes[at]?.people ?? 0)) continue;
      steps += 1;
      if (steps > MOST_STEPS) return false;
      const undo = set(at, sum);
      const found = mend(depth - 1);
      undo();
      if (found) return true;
    }
    return false;
  };
  for (const at of wanted)
    for (const step of [1, -1]) {
      const sum = (classes[at]?.sum ?? 0) + step;
      if (sum < 0 || sum > 4 * (classes[at]?.people ?? 0)) continue;
      for (let depth = 1; depth <= DEEPEST; depth += 1) {
        steps = 0;
        const undo = set(at, sum);
        const found = mend(depth);
        undo();
        if (found) return true;
      }
    }
  return false;
}

function isFulfilled(row: Row | undefined, total: number): boolean {
  return row !== undefined && row.least <= total && total <= row.most;
}
