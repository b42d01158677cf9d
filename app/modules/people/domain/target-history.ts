import type { DayText } from '~/shared/calendar-day';
import { planTargets, realChanges, type TargetChange, type TargetPeriod, targetsOn } from './plan-targets';

/** A day on which a profile becomes another one. */
export interface TargetEvent {
  readonly day: DayText;
  readonly changes: readonly TargetChange[];
}

/** When one written profile changed or will change, the newest day first. */
export function targetHistory(known: readonly TargetPeriod[]): TargetEvent[] {
  const days = [
    ...new Set(known.flatMap(({ validFrom, validTo }) => [validFrom, validTo ?? validFrom])),
  ].sort();
  const events = days.map((day, index): TargetEvent => {
    const before = index === 0 ? [] : targetsOn(known, days[index - 1] ?? day);
    const after = targetsOn(known, day);
    const gone = before.filter((row) => !after.some(({ dimension }) => dimension === row.dimension));
    const settings = [
      ...after.map(({ soc, roleBand, dimension, level, weight, critical }) => ({
        ...{ soc, roleBand, dimension },
        facts: { level, weight, critical },
      })),
      ...gone.map(({ soc, roleBand, dimension }) => ({ soc, roleBand, dimension, facts: null })),
    ];
    const standing = before.map((row) => ({ ...row, validTo: null }));
    return { day, changes: realChanges(planTargets(standing, settings, { from: day }).changes) };
  });
  return events.filter(({ changes }) => changes.length > 0).reverse();
}
