import type { DayText } from '~/shared/calendar-day';
import { managerCycles } from './manager-cycles';
import { factsOn, type Timeline } from './timeline';

/** Who reports to whom when, by person; null: nobody. */
export type ReportingLines = ReadonlyMap<string, Timeline<string | null>>;

/**
 * The circles of managers that hold one of these people on a day or later, each as keys in order; of two days with
 * the same circle one.
 */
export function circlesFrom(lines: ReportingLines, changed: ReadonlySet<string>, from: DayText): string[][] {
  const starts = [...lines.values()].flatMap((line) => line.map((period) => period.validFrom));
  const days = new Set([from, ...starts.filter((day) => day > from)]);
  const found = new Map<string, string[]>();
  for (const day of days) {
    const managerOf = new Map<string, string>();
    for (const [person, line] of lines) {
      const manager = factsOn(line, day);
      if (manager != null) managerOf.set(person, manager);
    }
    for (const circle of managerCycles(managerOf))
      if (circle.some((person) => changed.has(person))) found.set(circle.join(' '), circle);
  }
  return [...found.values()];
}
