import type { TenantContext } from '#db/tenancy';
import { type Dimension, isDimension } from '~/modules/frameworks/domain/dimension';
import type { Level } from '~/modules/frameworks/domain/level';
import { type CycleAssessmentRow, listCycleAssessmentRows } from '../data/cycle-ratings';
import { mergePairs, type PairCounts } from '../domain/agreement';
import { ratedOccupation } from '../domain/rated-occupation';
import { type CycleLevel, KIND_PAIRS, pairsOfKinds, pairsOfRaters } from '../domain/rater-pairs';
import { mergeSums, type SeveritySums, severitySums } from '../domain/severity';

/** People that one read takes: bounds memory, and how long nothing else is answered. */
const AT_ONCE = 1_000;

interface Whose {
  /** Of these people, those whose ratings count. */
  readonly allowed: (employeeIds: readonly string[]) => Promise<(employeeId: string) => boolean>;
  /** Whether a rater may be told by name. */
  readonly isNamed: (one: CycleLevel) => boolean;
  /** What a rater is called who may not, or whom a file left out. */
  readonly together: (one: CycleLevel) => string;
}

/** What agreement and severity of a cycle are computed from. */
export interface CycleTally {
  /** By the pairs of kinds, in their order, then by dimension. */
  readonly kinds: readonly ReadonlyMap<Dimension, PairCounts>[];
  /** By the ids of two raters with a blank between. */
  readonly raters: ReadonlyMap<string, PairCounts>;
  readonly severity: ReadonlyMap<string, SeveritySums>;
  readonly people: readonly string[];
  readonly ratings: number;
}

/** Counts the pairs and differences of a cycle, some people after the other; calibrated values are no rater's. */
export async function tallyCycle(ctx: TenantContext, cycleId: string, whose: Whose): Promise<CycleTally> {
  const kinds = KIND_PAIRS.map(() => new Map<Dimension, PairCounts>());
  const raters = new Map<string, PairCounts>();
  const severity = new Map<string, SeveritySums>();
  const people: string[] = [];
  let ratings = 0;
  for (let after: string | null = null; ; ) {
    const rows: CycleAssessmentRow[] = await listCycleAssessmentRows(ctx, cycleId, { after, limit: AT_ONCE });
    const byPerson = Map.groupBy(rows, ({ employeeId }) => employeeId);
    const isAllowed = await whose.allowed([...byPerson.keys()]);
    const shown = [...byPerson].filter(([employeeId]) => isAllowed(employeeId));
    const cells = shown.flatMap(([, own]) => cellsOfPerson(own));
    for (const [at, pair] of KIND_PAIRS.entries())
      mergePairs(kinds[at] ?? new Map(), pairsOfKinds(cells, pair));
    mergePairs(raters, pairsOfRaters(cells.map((cell) => cell.filter(whose.isNamed))));
    mergeSums(
      severity,
      severitySums(cells.map((cell) => cell.map((one) => ({ ...one, rater: raterOf(one, whose) })))),
    );
    people.push(...shown.map(([employeeId]) => employeeId));
    ratings += cells.reduce((sum, cell) => sum + cell.length, 0);
    if (byPerson.size < AT_ONCE) return { kinds, raters, severity, people, ratings };
    after = rows.at(-1)?.employeeId ?? null;
  }
}

function raterOf(one: CycleLevel, { isNamed, together }: Whose): string {
  return isNamed(one) && one.raterId !== null ? one.raterId : together(one);
}

/** A person's ratings under the one occupation that the person is rated as, by dimension. */
function cellsOfPerson(rows: readonly CycleAssessmentRow[]): CycleLevel[][] {
  const all = rows.flatMap((row) =>
    row.levels === '' ? [] : row.levels.split(',').flatMap((text) => levelOf(row, text)),
  );
  const soc = ratedOccupation(all, rows[0]?.fixedSoc ?? undefined);
  const counted = all.filter((one) => one.soc === soc && one.raterKind !== 'calibrated');
  return [...Map.groupBy(counted, ({ dimension }) => dimension).values()];
}

function levelOf({ employeeId, soc, raterKind, raterId }: CycleAssessmentRow, text: string): CycleLevel[] {
  const dimension = text.slice(0, -2);
  if (!isDimension(dimension)) return [];
  return [{ employeeId, dimension, soc, raterKind, raterId, level: Number(text.at(-1)) as Level }];
}
