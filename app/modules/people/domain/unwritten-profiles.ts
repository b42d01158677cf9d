import type { DayText } from '~/shared/calendar-day';
import { type TargetKey, type TargetPeriod, type TargetSetting, targetsOn } from './plan-targets';
import { ROLE_BAND_LABELS } from './role-band';

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

/** A profile that a plan writes and of which nothing was written, and what that means. */
interface NewlyWritten {
  /** The place of its first setting. */
  readonly index: number;
  readonly detail: string;
}

/**
 * What is to be told of settings that take the place of default targets, one for each profile: a default counts in every
 * dimension, a written profile only in those that it names.
 */
export function newlyWritten(
  known: readonly TargetPeriod[],
  settings: readonly TargetSetting[],
  day: DayText,
): NewlyWritten[] {
  const unwritten = unwrittenProfiles(known, settings, day);
  const told = new Set<string>();
  return settings.flatMap((setting, index) => {
    const key = profileKey(setting);
    if (setting.facts === null || !unwritten.has(key) || told.has(key)) return [];
    told.add(key);
    const who = `${setting.soc}, ${ROLE_BAND_LABELS[setting.roleBand]}`;
    const detail = `${who} had the default target until now. From ${day} on only the dimensions that are written count.`;
    return [{ index, detail }];
  });
}

/** `33-9032.00:2` for an occupation and a role band. */
export function profileKey({ soc, roleBand }: Pair): string {
  return `${soc}:${roleBand}`;
}
