import { setImmediate as immediate } from 'node:timers/promises';
import type { TenantContext } from '#db/tenancy';
import { DIMENSIONS, type Dimension } from '~/modules/frameworks/domain/dimension';
import { isLevel } from '~/modules/frameworks/domain/level';
import { batches } from '~/shared/batches';
import { type CycleAssessmentRow, listCycleAssessmentRows } from '../data/cycle-ratings';
import { mergePairs, type PairCounts } from '../domain/agreement';
import { ratedOccupation } from '../domain/rated-occupation';
import {
  addPairsOfRaters,
  type CommonLevels,
  type CycleLevel,
  KIND_PAIRS,
  pairsOfKinds,
} from '../domain/rater-pairs';
import { mergeSums, type SeveritySums, severitySums } from '../domain/severity';

/** People that one read takes: bounds memory. Fewer of them at a time would read the tables again and again. */
const READ_AT_ONCE = 20_000;
/** People that are counted in one go: bounds how long nothing else is answered. */
const COUNTED_AT_ONCE = 1_000;

interface Whose {
  /** Of these people, those whose ratings count. */
  readonly allowed: (employeeIds: readonly string[]) => Promise<(employeeId: string) => boolean>;
  /** Whether a rater may be told by name. */
  readonly isNamed: (one: Pick<CycleLevel, 'raterKind'>) => boolean;
  /** What a rater is called who may not, or whom a file left out. */
  readonly together: (one: Pick<CycleLevel, 'raterKind'>) => string;
}

/** What agreement and severity of a cycle are computed from. */
export interface CycleTally {
  /** By the pairs of kinds, in their order, then by dimension. */
  readonly kinds: readonly ReadonlyMap<Dimension, PairCounts>[];
  /** By the ids of two raters with a blank between. */
  readonly raters: ReadonlyMap<string, CommonLevels>;
  readonly severity: ReadonlyMap<string, SeveritySums>;
  readonly people: readonly string[];
  readonly ratings: number;
}

/** Counts the pairs and differences of a cycle, some people after the other; calibrated values are no rater's. */
export async function tallyCycle(ctx: TenantContext, cycleId: string, whose: Whose): Promise<CycleTally> {
  const tally = {
    kinds: KIND_PAIRS.map(() => new Map<Dimension, PairCounts>()),
    raters: new Map<string, CommonLevels>(),
    severity: new Map<string, SeveritySums>(),
    people: [] as string[],
    ratings: 0,
  };
  for (let after: string | null = null; ; ) {
    const page = { after, limit: READ_AT_ONCE };
    const rows: CycleAssessmentRow[] = await listCycleAssessmentRows(ctx, cycleId, page);
    const byPerson = Map.groupBy(rows, ({ employeeId }) => employeeId);
    const isAllowed = await whose.allowed([...byPerson.keys()]);
    const shown = [...byPerson].filter(([employeeId]) => isAllowed(employeeId));
    for (const some of batches(shown, COUNTED_AT_ONCE)) {
      const cells = some.flatMap(([, own]) => cellsOfPerson(own, whose));
      for (const [at, pair] of KIND_PAIRS.entries())
        mergePairs(tally.kinds[at] ?? new Map(), pairsOfKinds(cells, pair));
      addPairsOfRaters(
        tally.raters,
        cells.map((cell) => cell.filter(whose.isNamed)),
      );
      mergeSums(tally.severity, severitySums(cells));
      tally.ratings += cells.reduce((sum, cell) => sum + cell.length, 0);
      await immediate();
    }
    for (const [employeeId] of shown) tally.people.push(employeeId);
    if (byPerson.size < READ_AT_ONCE) return tally;
    after = rows.at(-1)?.employeeId ?? null;
  }
}

/** A person's ratings under the one occupation that the person is rated as, by dimension. */
function cellsOfPerson(rows: readonly CycleAssessmentRow[], whose: Whose): TalliedLevel[][] {
  const all = rows.flatMap((row) => levelsOf(row, whose));
  const soc = ratedOccupation(all, rows[0]?.fixedSoc ?? undefined);
  const counted = all.filter((one) => one.soc === soc && one.raterKind !== 'calibrated');
  return [...Map.groupBy(counted, ({ dimension }) => dimension).values()];
}

interface TalliedLevel extends CycleLevel {
  /** The rater's id, or what raters are called who are told together. */
  readonly rater: string;
}

function levelsOf(row: CycleAssessmentRow, { isNamed, together }: Whose): TalliedLevel[] {
  const { employeeId, soc, raterKind, raterId } = row;
  const rater = raterId !== null && isNamed(row) ? raterId : together(row);
  const given: TalliedLevel[] = [];
  let left = row.levels;
  for (const dimension of DIMENSIONS) {
    const level = (left % 8) - 1;
    left = Math.floor(left / 8);
    if (isLevel(level)) given.push({ employeeId, dimension, soc, raterKind, raterId, rater, level });
  }
  return given;
}
