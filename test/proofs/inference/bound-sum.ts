import type { System } from './system';

const ALMOST_NOTHING = 1e-7;
const MOST_PIVOTS = 20_000;

/**
 * The least and the largest whole number that the levels of these classes can sum to by everything told: the linear
 * program over all rows, from the truth, which fulfils them, as its corner.
 */
export function boundSum(system: System, wanted: ReadonlySet<number>): readonly [number, number] {
  const truth = [...wanted].reduce((sum, at) => sum + (system.classes[at]?.sum ?? 0), 0);
  const up = largest(system, wanted, 1);
  const down = largest(system, wanted, -1);
  return [Math.ceil(truth - down - ALMOST_NOTHING), Math.floor(truth + up + ALMOST_NOTHING)];
}

/** How far the sum can move in a direction: simplex over differences from the truth, each as two parts of one sign. */
function largest(system: System, wanted: ReadonlySet<number>, direction: 1 | -1): number {
  const { classes } = system;
  const columns = 4 * classes.length;
  const table: Float64Array[] = [];
  const limit = (terms: readonly (readonly [number, number])[], most: number): void => {
    const row = new Float64Array(columns + 1);
    for (const [at, factor] of terms) {
      row[2 * at] = factor;
      row[2 * at + 1] = -factor;
    }
    row[columns] = Math.max(0, most);
    table.push(row);
  };
  const pairsAt = (at: number) => classes.length + at;
  for (const [at, { people, target, sum, atTarget }] of classes.entries()) {
    limit([[at, 1]], 4 * people - sum);
    limit([[at, -1]], sum);
    const pairs = pairsAt(at);
    limit([[pairs, 1]], target === null ? 0 : people - atTarget);
    limit([[pairs, -1]], target === 0 || target === null ? 0 : atTarget);
    if (target === null || target === 0) continue;
    limit(
      [
        [at, -1],
        [pairs, target],
      ],
      sum - target * atTarget,
    );
    limit(
      [
        [at, 1],
        [pairs, target - 5],
      ],
      (target - 1) * people + (5 - target) * atTarget - sum,
    );
  }
  for (const row of system.rows) {
    const isLevels = row.of === 'levels';
    const total = row.classes.reduce(
      (sum, at) => sum + ((isLevels ? classes[at]?.sum : classes[at]?.atTarget) ?? 0),
      0,
    );
    const all = (factor: number) => row.classes.map((at) => [isLevels ? at : pairsAt(at), factor] as const);
    limit(all(1), row.most - total);
    limit(all(-1), total - row.least);
  }
  const goal = new Float64Array(columns + 1);
  for (const at of wanted) {
    goal[2 * at] = direction;
    goal[2 * at + 1] = -direction;
  }
  return maximize(table, goal);
}

/** Dantzig's rule, and after many pivots Bland's, which cannot go in circles. */
function maximize(table: readonly Float64Array[], goal: Float64Array): number {
  const columns = goal.length - 1;
  for (let pivot = 0; pivot < MOST_PIVOTS; pivot += 1) {
    const enters = entering(goal, columns, pivot > MOST_PIVOTS / 2);
    if (enters < 0) return -(goal[columns] ?? 0);
    const row = leaving(table, enters);
    if (!row) return Number.POSITIVE_INFINITY;
    exchange(row, [...table, goal], enters);
  }
  throw new Error('the linear program does not end');
}

/** The row that limits the column most. */
function leaving(table: readonly Float64Array[], enters: number): Float64Array | undefined {
  let leaves: Float64Array | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const row of table) {
    const factor = row[enters] ?? 0;
    if (factor <= ALMOST_NOTHING) continue;
    const ratio = (row.at(-1) ?? 0) / factor;
    if (ratio < least - ALMOST_NOTHING) [least, leaves] = [ratio, row];
  }
  return leaves;
}

/** The slack of the row takes the column's place. */
function exchange(row: Float64Array, all: readonly Float64Array[], enters: number): void {
  const factor = row[enters] ?? 1;
  row[enters] = 1;
  for (const [at, value] of row.entries()) row[at] = value / factor;
  for (const other of all) {
    const times = other[enters] ?? 0;
    if (other === row || Math.abs(times) < ALMOST_NOTHING) continue;
    other[enters] = 0;
    for (const [at, value] of row.entries()) if (value !== 0) other[at] = (other[at] ?? 0) - times * value;
  }
}

function entering(goal: Float64Array, columns: number, first: boolean): number {
  let best = -1;
  let most = ALMOST_NOTHING;
  for (let at = 0; at < columns; at += 1) {
    const gain = goal[at] ?? 0;
    if (gain <= most) continue;
    if (first) return at;
    [best, most] = [at, gain];
  }
  return best;
}
