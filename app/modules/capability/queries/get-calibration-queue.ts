import type { TenantContext } from '#db/tenancy';
import { calibratedTeams } from '~/modules/assessments/queries/calibration-rights';
import { countWaitingForOrder } from '~/modules/assessments/queries/count-waiting-for-order';
import { getCalibrationCycle } from '~/modules/assessments/queries/get-calibration-cycle';
import { requireSeenCycle } from '~/modules/assessments/queries/require-cycle';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { findCasePage, hasCalibrationCase } from '../data/calibration-cases';
import { getMethod } from './get-method';
import { getRequirementAccess } from './get-requirement-access';
import { type CalibrationCase, listCalibrationCases } from './list-calibration-cases';

export const CASES_A_PAGE = 25;

export interface QueueQuestion {
  readonly cycleId: string;
  readonly decided: boolean;
  /** The page is the one that has this case; null, or of no case: the page that is asked for. */
  readonly chosen: { readonly employeeId: string; readonly dimension: string } | null;
  /** From 0. */
  readonly page: number;
}

export interface CalibrationQueue {
  readonly cycle: Awaited<ReturnType<typeof getCalibrationCycle>>;
  /** Nothing is told before the cycle is closed. */
  readonly isReadable: boolean;
  /** The cases of one page in order, as things are now, with one before and one behind. */
  readonly cases: readonly CalibrationCase[];
  readonly before: CalibrationCase | null;
  readonly behind: CalibrationCase | null;
  /** From 0. */
  readonly page: number;
  readonly counts: { readonly left: number; readonly decided: number };
  /** People whose disagreements the worker has yet to put in order. */
  readonly waiting: number;
  /** Some of the viewer's own ratings differ: somebody else settles them. */
  readonly hasOwn: boolean;
}

/**
 * A page of the disagreements of a cycle that the viewer may settle, in the order that the worker found, each with what
 * it would change as things are now. The caller notes whom it shows. Throws NotFound when there is no such cycle.
 */
export async function getCalibrationQueue(
  ctx: TenantContext,
  viewer: Viewer,
  question: QueueQuestion,
): Promise<CalibrationQueue> {
  const { cycleId, page } = question;
  await requireSeenCycle(ctx, viewer, cycleId);
  const cycle = await getCalibrationCycle(ctx, cycleId);
  const isReadable = cycle.state !== 'draft' && cycle.state !== 'open';
  if (!isReadable) return { cycle, isReadable, ...NOTHING };
  const { today } = await getMethod(ctx);
  const access = await getRequirementAccess(ctx, viewer);
  const found = await findCasePage(ctx, {
    ...question,
    ...{ teamIds: await calibratedTeams(ctx, viewer, today), day: today, own: viewer.employeeId },
    liveTeams: access.everything ? null : [...access.liveTeams],
    ...{ page, pageSize: CASES_A_PAGE },
  });
  const employeeIds = [...new Set(found.rows.map((row) => row.employeeId))];
  const known = new Map(
    (await listCalibrationCases(ctx, access, { cycleId, employeeIds })).map((one) => [keyOf(one), one]),
  );
  const at = (place: number) => {
    const row = found.rows.find((one) => one.place === place);
    return (row && known.get(keyOf(row))) ?? null;
  };
  const places = Array.from({ length: CASES_A_PAGE }, (_, index) => found.first + index);
  return {
    ...{ cycle, isReadable },
    // A case whose ratings agree by now is gone with the next order.
    cases: places.flatMap((place) => at(place) ?? []),
    ...{ before: at(found.first - 1), behind: at(found.first + CASES_A_PAGE) },
    page: Math.floor((found.first - 1) / CASES_A_PAGE),
    counts: { left: found.left, decided: found.decided },
    waiting: await countWaitingForOrder(ctx, cycleId),
    hasOwn: viewer.employeeId !== null && (await hasCalibrationCase(ctx, cycleId, viewer.employeeId)),
  };
}

const NOTHING = {
  ...{ cases: [], before: null, behind: null, page: 0, counts: { left: 0, decided: 0 } },
  ...{ waiting: 0, hasOwn: false },
};

const keyOf = ({ employeeId, dimension }: Pick<CalibrationCase, 'employeeId' | 'dimension'>) =>
  `${employeeId} ${dimension}`;
