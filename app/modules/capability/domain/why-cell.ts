/**
 * "Why this number" for a live cell: the formula in words with its inputs, and who was left out and how many.
 * Inputs are the figures of the cell itself; nothing is read or computed anew. Source: method.md, General rules, 3 and 4.
 */
import type { HeatmapCellView, HeatmapMetric } from './heatmap-view';

export interface Why {
  readonly formula: string;
  readonly inputs: readonly { readonly label: string; readonly value: string }[];
  readonly excluded: readonly { readonly reason: string; readonly count: number }[];
  readonly versions: string;
}

function versionsInWords(formula: string, frameworks: readonly string[]): string {
  const recorded = frameworks.length === 0 ? 'not recorded' : frameworks.join(', ');
  return `Formula version ${formula} · framework version${frameworks.length > 1 ? 's' : ''} ${recorded}`;
}

type LiveCell = HeatmapCellView & { readonly noTarget?: number; readonly writtenTarget?: number };

/** Null where the cell holds no figure of that kind. */
export function whyCell(cell: LiveCell, metric: HeatmapMetric, formulaVersion: string): Why | null {
  if (cell.suppressed || !cell.distribution || cell.mean === null || cell.mean === undefined) return null;
  const people = cell.people ?? 0;
  const assessed = cell.assessed ?? 0;
  const pairs = cell.pairs ?? 0;
  const notAssessed = { reason: 'not assessed', count: people - assessed };
  const noTarget = { reason: 'no target', count: cell.noTarget ?? 0 };
  const present = (lines: Why['excluded']) => lines.filter((line) => line.count > 0);
  const versions = versionsInWords(formulaVersion, cell.frameworkVersions ?? []);
  if (metric === 'level') {
    const levels = cell.distribution.map((n, level) => `${n} × ${level}`).join(' + ');
    const sum = cell.distribution.reduce((total, n, level) => total + n * level, 0);
    return {
      formula: 'Mean level = sum of the current levels of the people assessed / people assessed.',
      inputs: [
        { label: 'Sum of levels', value: `${levels} = ${sum}` },
        { label: 'People assessed', value: String(assessed) },
        { label: 'Mean', value: `${sum} / ${assessed} = ${cell.mean.toFixed(2)}` },
      ],
      excluded: present([notAssessed]),
      versions,
    };
  }
  if (metric === 'gap') {
    if (cell.meanGap === null || cell.meanGap === undefined) return null;
    return {
      formula:
        'Gap of a person = target − level, never below 0. Mean gap = sum of gaps / people with level and target.',
      inputs: [
        { label: 'Sum of gaps', value: String(Math.round(cell.meanGap * pairs)) },
        { label: 'People with level and target', value: String(pairs) },
        {
          label: 'Mean gap',
          value: `${Math.round(cell.meanGap * pairs)} / ${pairs} = ${cell.meanGap.toFixed(2)}`,
        },
      ],
      excluded: present([notAssessed, noTarget]),
      versions,
    };
  }
  if (metric === 'unknown') {
    return {
      formula:
        'Share not assessed = (people − people assessed) / people. Not assessed is no level and never 0.',
      inputs: [
        { label: 'People', value: String(people) },
        { label: 'People assessed', value: String(assessed) },
        {
          label: 'Share not assessed',
          value: `(${people} − ${assessed}) / ${people} = ${((100 * (people - assessed)) / people).toFixed(1)} %`,
        },
      ],
      excluded: [],
      versions,
    };
  }
  if (metric === 'trend') return whyChange(cell, versions);
  if (metric === 'difference') return whyDifference(cell, { assessed, versions });
  if (cell.atTargetShare === null || cell.atTargetShare === undefined) return null;
  const atTarget = Math.round(cell.atTargetShare * pairs);
  return {
    formula:
      'Share at target = people whose level is at their target or above / people with level and target.',
    inputs: [
      { label: 'At target', value: String(atTarget) },
      { label: 'People with level and target', value: String(pairs) },
      {
        label: 'Share at target',
        value: `${atTarget} / ${pairs} = ${(100 * cell.atTargetShare).toFixed(1)} %`,
      },
      {
        label: 'With the unassessed counted as not at target',
        value: `${atTarget} / ${people - (cell.noTarget ?? 0)} = ${(100 * (cell.atTargetLow ?? 0)).toFixed(1)} %`,
      },
    ],
    excluded: present([notAssessed, noTarget]),
    versions,
  };
}

function whyDifference(
  { selfManagerDifference: difference, differenceN: n = 0 }: LiveCell,
  { assessed, versions }: { readonly assessed: number; readonly versions: string },
): Why | null {
  if (difference === null || difference === undefined || n === 0) return null;
  const sum = Math.round(difference * n);
  const excluded = [{ reason: 'not rated by both within the months of comparison', count: assessed - n }];
  return {
    formula:
      'Difference of a person = own rating − manager’s rating, each the newest of its kind. Mean difference = sum / people with both.',
    inputs: [
      { label: 'Sum of differences', value: String(sum) },
      { label: 'People rated by both', value: String(n) },
      { label: 'Mean difference', value: `${sum} / ${n} = ${difference.toFixed(2)}` },
    ],
    excluded: excluded.filter((line) => line.count > 0),
    versions,
  };
}

function whyChange({ change }: LiveCell, versions: string): Why | null {
  if (!change) return null;
  const signed = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
  const error =
    change.standardError === null ? 'none: fewer than two people' : change.standardError.toFixed(2);
  return {
    formula:
      'Change of the mean level = levels that became known or unknown + people who joined or left + levels of the same people. Clear from 10 people known on both days and two standard errors of their differences on.',
    inputs: [
      { label: 'Mean on the earlier day', value: change.before.toFixed(2) },
      { label: 'Mean on the later day', value: change.after.toFixed(2) },
      { label: 'Became known or unknown', value: signed(change.evidence) },
      { label: 'Joined and left', value: signed(change.joinedAndLeft) },
      { label: 'Levels of the same people', value: signed(change.levels) },
      { label: 'People known on both days', value: String(change.common) },
      { label: 'Standard error', value: error },
    ],
    excluded: [],
    versions,
  };
}
