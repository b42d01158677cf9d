import { createHash } from 'node:crypto';
import type { DayText } from '~/shared/calendar-day';
import type { RoleBand } from './role-band';
import type { TargetLevel, TargetRecord, TargetWeight } from './target-row';
import { factsOn, type Period, replaceFrom, timelineChange } from './timeline';

/** What a written target profile asks in one dimension (method.md 2). */
export interface TargetFacts {
  readonly level: TargetLevel;
  /** 0: stands in the profile and does not count. */
  readonly weight: TargetWeight;
  readonly critical: boolean;
}

export interface TargetKey {
  readonly soc: string;
  readonly roleBand: RoleBand;
  readonly dimension: string;
}

/** What is to hold in one dimension; null: the profile does not name it any more. */
export interface TargetSetting extends TargetKey {
  readonly facts: TargetFacts | null;
}

/** One dimension of a profile in one period, half open. */
export interface TargetPeriod extends TargetKey, TargetFacts {
  readonly validFrom: DayText;
  readonly validTo: DayText | null;
}

export type TargetOutcome = 'created' | 'changed' | 'removed' | 'unchanged';

export interface TargetChange extends TargetKey {
  readonly before: TargetFacts | null;
  readonly after: TargetFacts | null;
  readonly outcome: TargetOutcome;
}

export interface TargetPlan {
  /** One for each setting, in their order. */
  readonly changes: readonly TargetChange[];
  readonly removed: readonly (TargetKey & { readonly validFrom: DayText })[];
  readonly written: readonly TargetPeriod[];
}

interface From {
  readonly from: DayText;
  /** Also what is planned for later goes, where the day itself has the same already. */
  readonly dropPlans?: boolean;
}

/**
 * What must be stored so that the settings hold from a day on. A dimension that is set anew loses what was planned for
 * it after that day; one that is so already on that day stays with its plans, so that a file read again changes nothing.
 */
export function planTargets(
  known: readonly TargetPeriod[],
  settings: readonly TargetSetting[],
  { from, dropPlans = false }: From,
): TargetPlan {
  const timelines = timelinesOf(known);
  const changes: TargetChange[] = [];
  const removed: (TargetKey & { validFrom: DayText })[] = [];
  const written: TargetPeriod[] = [];
  for (const { soc, roleBand, dimension, facts } of settings) {
    const key = { soc, roleBand, dimension };
    const timeline = timelines.get(targetKey(key)) ?? [];
    const before = factsOn(timeline, from) ?? null;
    const isPlanned = timeline.some((period) => period.validFrom > from);
    const stays = sameOrNone(before, facts) && !(dropPlans && isPlanned);
    changes.push({ ...key, before, after: facts, outcome: outcomeOf(before, facts, stays) });
    if (stays) continue;
    const change = timelineChange(timeline, replaceFrom(timeline, { from, facts }, sameFacts), sameFacts);
    for (const validFrom of change.removed) removed.push({ ...key, validFrom });
    for (const { validFrom, validTo, facts: asked } of change.written)
      written.push({ ...key, validFrom, validTo, ...asked });
  }
  return { changes, removed, written };
}

/** How many settings had each outcome. */
export function countOutcomes(changes: readonly TargetChange[]): Readonly<Record<TargetOutcome, number>> {
  const counts = { created: 0, changed: 0, removed: 0, unchanged: 0 };
  for (const { outcome } of changes) counts[outcome] += 1;
  return counts;
}

/** The changes that change something. */
export function realChanges(changes: readonly TargetChange[]): TargetChange[] {
  return changes.filter(({ outcome }) => outcome !== 'unchanged');
}

/** Which of level, weight and critical the changes touch. */
export function changedFields(changes: readonly TargetChange[]): (keyof TargetFacts)[] {
  return (['level', 'weight', 'critical'] as const).filter((field) =>
    realChanges(changes).some(({ before, after }) => before?.[field] !== after?.[field]),
  );
}

/** A short text that is another one whenever any period is another: tells that somebody else changed a profile. */
export function targetRevision(known: readonly TargetPeriod[]): string {
  const lines = known.map((row) =>
    [targetKey(row), row.validFrom, row.validTo, row.level, row.weight, row.critical].join(' '),
  );
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex').slice(0, 16);
}

/** Occupation, band and dimension as one text. */
export function targetKey({ soc, roleBand, dimension }: TargetKey): string {
  return `${soc} ${roleBand} ${dimension}`;
}

/** The dimension of a file's row with what it asks. */
export function settingOf({
  soc,
  roleBand,
  dimension,
  level,
  weight,
  critical,
}: TargetRecord): TargetSetting {
  return { soc, roleBand, dimension, facts: { level, weight, critical } };
}

/** The dimensions that a profile names on a day. */
export function targetsOn(known: readonly TargetPeriod[], day: DayText): TargetPeriod[] {
  return known.filter((row) => row.validFrom <= day && (row.validTo === null || day < row.validTo));
}

function timelinesOf(rows: readonly TargetPeriod[]): Map<string, Period<TargetFacts>[]> {
  const result = new Map<string, Period<TargetFacts>[]>();
  for (const row of [...rows].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))) {
    const { validFrom, validTo, level, weight, critical } = row;
    const timeline = result.get(targetKey(row)) ?? [];
    timeline.push({ validFrom, validTo, facts: { level, weight, critical } });
    result.set(targetKey(row), timeline);
  }
  return result;
}

function outcomeOf(before: TargetFacts | null, after: TargetFacts | null, stays: boolean): TargetOutcome {
  if (stays) return 'unchanged';
  if (before === null) return after === null ? 'removed' : 'created';
  return after === null ? 'removed' : 'changed';
}

function sameOrNone(a: TargetFacts | null, b: TargetFacts | null): boolean {
  return a === null || b === null ? a === b : sameFacts(a, b);
}

function sameFacts(a: TargetFacts, b: TargetFacts): boolean {
  return a.level === b.level && a.weight === b.weight && a.critical === b.critical;
}
