import type { HeatmapCellView, HeatmapMetric, HeatmapRowView, RaterKind } from '../domain/heatmap-view';
import { roundHalf } from '../domain/round-shown';
import {
  formatCount,
  formatLevel,
  formatShare,
  formatSigned,
  roundLevel,
  strengthWord,
} from './format-figure';
import { unknownShareOf } from './visible-cell';

export type ScaleStep = { readonly 'data-level': number } | { readonly 'data-gap': number };

/** What stands in a cell. Null where there is nothing to show, and `empty` says why. */
export interface CellFigure {
  readonly text: string | null;
  readonly empty: string;
  /** Attribute that sets the colour step; absent where a figure has no step. */
  readonly step: ScaleStep | null;
  /** Lines of small print under the number; the items of a line are unbroken. */
  readonly notes: readonly (readonly string[])[];
  /** More than a fifth of the people are not assessed. */
  readonly manyUnknown: boolean;
}

const RATER_SHORT: Readonly<Record<RaterKind, string>> = {
  self: 'self',
  manager: 'manager',
  peer: 'peers',
  calibrated: 'calibr.',
};

/** Share of people not assessed above which a cell is hatched. */
export const MANY_UNKNOWN = 0.2;

/** Colour step of a mean gap in levels: none, under 0.5, under 1, 1 and more. */
export function gapStep(gap: number): number {
  if (gap <= 0) return 0;
  const shown = roundLevel(gap);
  if (shown < 0.5) return 1;
  return shown < 1 ? 2 : 3;
}

/** Colour step of a share at target (0 to 1), of the percent as printed: from 80, from 60, from 40, below. */
export function shareStep(share: number): number {
  const percent = roundHalf(share * 100, 1);
  if (percent >= 80) return 0;
  if (percent >= 60) return 1;
  return percent >= 40 ? 2 : 3;
}

/** A change with its sign; an arrow and a colour only where it is clear. */
function trendOf({ change }: HeatmapCellView): Pick<CellFigure, 'text' | 'step'> | null {
  if (!change) return null;
  if (!change.isClear) return { text: formatSigned(change.change), step: null };
  const isUp = change.change > 0;
  const arrow = isUp ? '\u2191' : '\u2193';
  return { text: `${arrow}\u2009${formatSigned(change.change)}`, step: { 'data-gap': isUp ? 0 : 2 } };
}

/** Colour step of a share of unknown levels, of the percent as printed: none to 5, to 20, to 40, above. */
export function unknownStep(share: number): number {
  const percent = roundHalf(share * 100, 1);
  if (percent <= 5) return 0;
  if (percent <= 100 * MANY_UNKNOWN) return 1;
  return percent <= 40 ? 2 : 3;
}

function minusGap(gap: number): string {
  if (gap <= 0) return '0.0';
  return roundLevel(gap) > 0 ? `\u2212${formatLevel(gap)}` : '\u2212<0.1';
}

function gapNote(cell: HeatmapCellView): string[] {
  return cell.meanGap && cell.meanGap > 0 ? [minusGap(cell.meanGap)] : [];
}

function unknownNote(cell: HeatmapCellView): string[] {
  const { people, assessed, unknownShare } = cell;
  if (assessed === undefined || (people !== undefined && assessed >= people)) return [];
  const count = formatCount(assessed);
  if (unknownShare === undefined || unknownShare === null) return [`n\u00A0${count}`];
  return unknownShare > 0 ? [count, `?${formatShare(unknownShare).replace('\u00A0', '')}`] : [];
}

function personFigure(cell: HeatmapCellView): CellFigure {
  const level = cell.median ?? cell.mean ?? null;
  const notes: string[] = [];
  if (cell.strength !== undefined && cell.strength !== null) notes.push(strengthWord(cell.strength));
  if (cell.rater) notes.push(RATER_SHORT[cell.rater]);
  return {
    text: level === null ? null : String(Math.round(level)),
    empty: 'not assessed',
    step: level === null ? null : { 'data-level': Math.round(level) },
    notes: level === null ? [] : notes.map((note) => [note]),
    manyUnknown: false,
  };
}

function numberOf(cell: HeatmapCellView, metric: HeatmapMetric): Pick<CellFigure, 'text' | 'step'> {
  const { mean, meanGap, atTargetShare, atTargetBand } = cell;
  const none = { text: null, step: null };
  if (metric === 'level') {
    if (mean === undefined || mean === null) return none;
    return { text: formatLevel(mean), step: { 'data-level': Math.round(roundLevel(mean)) } };
  }
  if (metric === 'unknown') {
    const share = unknownShareOf(cell);
    if (share === null) return none;
    return { text: formatShare(share), step: { 'data-gap': unknownStep(share) } };
  }
  if (metric === 'trend') return trendOf(cell) ?? none;
  if (metric === 'difference') {
    const { selfManagerDifference: difference } = cell;
    if (difference === undefined || difference === null) return none;
    return { text: formatSigned(difference), step: { 'data-gap': gapStep(Math.abs(difference)) } };
  }
  if (metric === 'gap') {
    if (meanGap === undefined || meanGap === null) return none;
    return { text: minusGap(meanGap), step: { 'data-gap': gapStep(meanGap) } };
  }
  if (atTargetBand) return { text: atTargetBand, step: null };
  if (atTargetShare === undefined || atTargetShare === null) return none;
  return { text: formatShare(atTargetShare), step: { 'data-gap': shareStep(atTargetShare) } };
}

/**
 * Number, colour step and small print of one cell under the chosen metric. The small print is the gap to
 * target where there is one and, where someone is not assessed, n and the unknown share.
 * Expects a cell that has passed `visibleCell`.
 */
export function cellFigure(row: HeatmapRowView, cell: HeatmapCellView, metric: HeatmapMetric): CellFigure {
  if (row.kind === 'person') return personFigure(cell);
  const number = numberOf(cell, metric);
  return {
    ...number,
    empty: row.released ? 'not released' : emptyWords(cell, metric, number.text),
    notes: number.text === null ? [] : notesOf(cell, metric).filter((line) => line.length > 0),
    manyUnknown: (unknownShareOf(cell) ?? 0) > MANY_UNKNOWN,
  };
}

function emptyWords(cell: HeatmapCellView, metric: HeatmapMetric, text: string | null): string {
  if (metric === 'trend') return 'no change known';
  if (metric === 'difference' && cell.assessed !== 0) return 'not rated by both';
  return cell.assessed === 0 || (metric === 'level' && text === null) ? 'not assessed' : 'no target';
}

function notesOf(cell: HeatmapCellView, metric: HeatmapMetric): string[][] {
  if (metric === 'unknown') return [[`n\u00A0${formatCount(cell.assessed ?? 0)}`]];
  if (metric === 'trend') return [cell.change ? [`n\u00A0${formatCount(cell.change.common)}`] : []];
  if (metric === 'difference') return [[`n\u00A0${formatCount(cell.differenceN ?? 0)}`]];
  return [metric === 'gap' ? meanNote(cell) : gapNote(cell), unknownNote(cell)];
}

function meanNote(cell: HeatmapCellView): string[] {
  return cell.mean === undefined || cell.mean === null ? [] : [formatLevel(cell.mean)];
}
