import type { TenantContext } from '#db/tenancy';
import { type CycleRating, listCycleRatings } from '~/modules/assessments/queries/list-cycle-ratings';
import {
  type HeldCalibration,
  listHeldCalibrations,
} from '~/modules/assessments/queries/list-held-calibrations';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import {
  calibrationOutcome,
  type Outcome,
  type OutcomeInput,
} from '../domain/calibration/calibration-outcome';
import { levelsBetween, type Stakes, stakesOf } from '../domain/calibration/order-cases';
import { differenceOf, ratingSides, type Side } from '../domain/calibration/rating-sides';
import type { MethodConstants } from '../domain/constants';
import { getMethod } from './get-method';
import type { LiveTeams } from './get-requirement-access';
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

interface Whose {
  readonly cycleId: string;
  readonly employeeIds: readonly string[];
}

/**
 * The disagreements about these people in a cycle with what a decision would change, as things are now.
 * @param access the teams of whose requirements is told.
 */
export async function listCalibrationCases(
  ctx: TenantContext,
  access: LiveTeams,
  { cycleId, employeeIds }: Whose,
): Promise<CalibrationCase[]> {
  const { constants } = await getMethod(ctx);
  const cells = cellsOf(await listCycleRatings(ctx, cycleId, { employeeIds, apart: true }), constants);
  const people = [...new Set(cells.map((cell) => cell.employeeId))];
  const inputs = await loadOutcomeInputs(ctx, access, people);
  const decisions = await listHeldCalibrations(ctx, cycleId, people);
  const held = new Map(decisions.map((one) => [`${one.employeeId} ${one.dimension}`, one]));
  return cells.map((cell) => caseOf(cell, { cycleId, inputs, held }));
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
