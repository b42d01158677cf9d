/**
 * Readiness by gap: where a person stands against a written profile before any history is known.
 * Formula: ready now = fit >= 0.9 and low >= 0.7, largest gap <= 1, every critical dimension at target, rated by someone
 * else and not due for re-check. Below it the largest gap decides: up to 1 = ready_1_2, 2 = ready_3_5, more = none.
 * Missing: null without a written profile; a critical dimension not assessed or due, or known weight under 60 % =
 * insufficient evidence. Nothing here is a confirmed band. Source: method.md 7.
 */
import type { DayText } from '~/shared/calendar-day';
import type { MethodConstants } from '../constants';
import { fitOf } from '../fit';
import type { ProfileDimension } from '../profile';

export type GapBand = 'ready_now' | 'ready_1_2' | 'ready_3_5' | 'none' | 'insufficient';

type Asked = Pick<
  ProfileDimension,
  'level' | 'target' | 'weight' | 'critical' | 'isDefault' | 'raterKind' | 'recheckOn'
>;

const READY_FIT = 0.9;
const READY_LOW = 0.7;

/** The band of a person's rows on a day; only dimensions with a written target count. */
export function gapBand(rows: readonly Asked[], asOf: DayText, constants: MethodConstants): GapBand | null {
  const written = rows.filter(({ target, isDefault }) => target !== null && !isDefault);
  if (written.length === 0) return null;
  const critical = written.filter((row) => row.critical);
  const isDue = ({ recheckOn }: Asked) => recheckOn !== null && recheckOn <= asOf;
  const parts = written.flatMap(({ level, target, weight }) =>
    target === null ? [] : [{ level, target, weight: weight ?? 1 }],
  );
  const { value, low, largestGap } = fitOf(parts, constants);
  if (value === null || low === null || largestGap === null) return 'insufficient';
  if (critical.some((row) => row.level === null || isDue(row))) return 'insufficient';
  const holdsCritical = critical.every(
    ({ level, target, raterKind }) => (level ?? 0) >= (target ?? 0) && raterKind !== 'self',
  );
  if (value >= READY_FIT && low >= READY_LOW && largestGap <= 1 && holdsCritical) return 'ready_now';
  if (largestGap <= 1) return 'ready_1_2';
  return largestGap === 2 ? 'ready_3_5' : 'none';
}
