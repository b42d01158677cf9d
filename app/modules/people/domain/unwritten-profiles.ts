import type { DayText } from '~/shared/calendar-day';
import { type TargetKey, type TargetPeriod, targetsOn } from './plan-targets';

type Pair = Pick<TargetKey, 'soc' | 'roleBand'>;

/**
 * Those of the profiles of which nothing is written on the day, as `33-9032.00:2`: until then the default target counts in
 * every dimension, and once they are written only in those that they name.
 */
export function unwrittenProfiles(
  known: readonly TargetPeriod[],
  named: readonly Pair[],
  day: DayText,
): ReadonlySet<string> {
  const written = new Set(targetsOn(known, day).map(profileKey));
  return new Set(named.map(profileKey).filter((key) => !written.has(key)));
}

/** `33-9032.00:2` for an occupation and a role band. */
export function profileKey({ soc, roleBand }: Pair): string {
  return `${soc}:${roleBand}`;
}
