import type { TenantContext } from '#db/tenancy';
import { calibratedPeople } from '~/modules/assessments/queries/calibration-rights';
import { getCalibrationCycle } from '~/modules/assessments/queries/get-calibration-cycle';
import { type CycleRating, listCycleRatings } from '~/modules/assessments/queries/list-cycle-ratings';
import {
  type HeldCalibration,
  listHeldCalibrations,
} from '~/modules/assessments/queries/list-held-calibrations';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import {
  calibrationOutcome,
  type Outcome,
  type OutcomeInput,
} from '../domain/calibration/calibration-outcome';
import { compareCases, levelsBetween, type Stakes, stakesOf } from '../domain/calibration/order-cases';
import { differenceOf, ratingSides, type Side } from '../domain/calibration/rating-sides';
import type { MethodConstants } from '../domain/constants';
import { getMethod } from './get-method';
import { loadOutcomeInputs, type OutcomeInputOf } from './load-outcome-inputs';

/** One dimension of one person in which raters of a cycle say different levels. */
export interface CalibrationCase {
  readonly employeeId: string;
  readonly dimension: Dimension;
  readonly soc: string;
  readonly sides: readonly Side[];
  /** Peers who are too few to be told. */
  readonly untoldPeers: number;
  readonly difference: number;
  readonly stakes: Stakes;
  /** As rated, and of each level in question. */
  readonly asRated: Outcome;
  readonly outcomes: readonly Outcome[];
  readonly groups: OutcomeInput['groups'];
  readonly target: number | null;
  readonly isDefaultTarget: boolean;
  /** The decision that holds. */
  readonly held: HeldCalibration | null;
  /** A file brought a calibrated value: nothing is left to settle here. */
  readonly isImported: boolean;
}

export interface CalibrationQueue {
  readonly cycle: Awaited<ReturnType<typeof getCalibrationCycle>>;
  /** Nothing is told before the cycle is closed. */
  readonly isReadable: boolean;
  /** In order; decided ones too. */
  readonly cases: readonly CalibrationCase[];
  /** People with a difference who are left out because there are too many to order at once. */
  readonly leftOut: number;
  /** Some of the viewer's own ratings differ: somebody else settles them. */
  readonly hasOwn: boolean;
}

/** People whose outcomes are computed for one page, those with the largest differences first. */
const MOST_PEOPLE = 1_000;

/**
 * The disagreements of a cycle that the viewer may settle, ordered by what they would change. The caller notes whom it
 * shows. Throws NotFound when there is no such cycle.
 */
export async function getCalibrationQueue(
  ctx: TenantContext,
  viewer: Viewer,
  cycleId: string,
): Promise<CalibrationQueue> {
  const cycle = await getCalibrationCycle(ctx, cycleId);
  const isReadable = cycle.state !== 'draft' && cycle.state !== 'open';
  const { today, constants } = await getMethod(ctx);
  const all = isReadable ? await listCycleRatings(ctx, cycleId, { employeeIds: null, apart: true }) : [];
  const people = [...new Set(all.map(({ employeeId }) => employeeId))];
  const allowed = await calibratedPeople(ctx, viewer, { people, day: today });
  const mine = all.filter(({ employeeId }) => allowed === null || allowed.has(employeeId));
  const cells = cellsOf(
    mine.filter(({ employeeId }) => employeeId !== viewer.employeeId),
    constants,
  );
  const chosen = largestFirst(cells).slice(0, MOST_PEOPLE);
  const shown = new Set(chosen);
  const inputs = await loadOutcomeInputs(ctx, viewer, chosen);
  const held = new Map(
    (await listHeldCalibrations(ctx, cycleId)).map((one) => [`${one.employeeId} ${one.dimension}`, one]),
  );
  const cases = cells
    .filter(({ employeeId }) => shown.has(employeeId))
    .map((cell) => caseOf(cell, { cycleId, inputs, held }))
    .sort(compareCases);
  const hasOwn = all.some(({ employeeId }) => employeeId === viewer.employeeId);
  return {
    cycle,
    isReadable,
    cases,
    leftOut: new Set(cells.map((c) => c.employeeId)).size - shown.size,
    hasOwn,
  };
}

type Cell = Pick<
  CalibrationCase,
  'employeeId' | 'dimension' | 'soc' | 'sides' | 'untoldPeers' | 'difference'
> & { readonly isCalibrated: boolean; readonly settledOn: string };

function cellsOf(ratings: readonly CycleRating[], constants: MethodConstants): Cell[] {
  const groups = Map.groupBy(ratings, ({ employeeId, dimension }) => `${employeeId} ${dimension}`);
  return [...groups.values()].flatMap((given): Cell[] => {
    const [first] = given;
    const told = ratingSides(given, constants);
    const difference = differenceOf(told.sides);
    if (!first || difference === 0) return [];
    const { employeeId, dimension, soc } = first;
    const isCalibrated = given.some(({ raterKind }) => raterKind === 'calibrated');
    const settled = given.filter(({ raterKind }) => raterKind !== 'calibrated');
    const settledOn =
      settled
        .map(({ assessedOn }) => assessedOn)
        .sort()
        .at(-1) ?? '';
    return [{ employeeId, dimension, soc, ...told, difference, isCalibrated, settledOn }];
  });
}

function largestFirst(cells: readonly Cell[]): string[] {
  const largest = new Map<string, number>();
  for (const { employeeId, difference } of cells)
    largest.set(employeeId, Math.max(largest.get(employeeId) ?? 0, difference));
  return [...largest].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([employeeId]) => employeeId);
}

interface Known {
  readonly cycleId: string;
  readonly inputs: OutcomeInputOf;
  readonly held: ReadonlyMap<string, HeldCalibration>;
}

function caseOf(
  { isCalibrated, settledOn, ...cell }: Cell,
  { cycleId, inputs, held }: Known,
): CalibrationCase {
  const { employeeId, dimension, soc, sides } = cell;
  const input = inputs({ employeeId, cycleId, dimension, soc, settledOn });
  const outcomes = levelsBetween(sides).map((level) => calibrationOutcome(input, level));
  const row = input.rows.find((one) => one.dimension === dimension);
  const decision = held.get(`${employeeId} ${dimension}`) ?? null;
  return {
    ...cell,
    stakes: stakesOf(outcomes),
    asRated: calibrationOutcome(input, null),
    outcomes,
    groups: input.groups,
    target: row?.target ?? null,
    isDefaultTarget: row?.isDefault ?? false,
    held: isCalibrated ? decision : null,
    isImported: isCalibrated && decision === null,
  };
}
