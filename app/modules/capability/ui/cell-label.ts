import { DIMENSION_LABELS, instrumentOf } from '~/modules/frameworks/domain/dimension';
import { isLevel, LEVEL_LABELS } from '~/modules/frameworks/domain/level';
import { type HeatmapCellView, type HeatmapRowView, type RaterKind, rowName } from '../domain/heatmap-view';
import {
  formatCount,
  formatGap,
  formatLevel,
  formatPeople,
  formatShare,
  formatSigned,
  strengthWord,
} from './format-figure';

/** The one sentence of a lock; it never says which rule closed it (method.md 9.3). */
export const HIDDEN_WORDS = 'hidden to protect individuals';

const RATER_WORDS: Readonly<Record<RaterKind, string>> = {
  self: 'rated by themselves',
  manager: 'rated by a manager',
  peer: 'rated by peers',
  calibrated: 'calibrated',
};

/** Who gave a rating, as words: "rated by a manager". */
export function raterWords(rater: RaterKind): string {
  return RATER_WORDS[rater];
}

/**
 * A cell in words, for those who do not see it: "Leadership, Night operations: mean level 1.9 of 4, 36 of
 * 38 assessed, 0.5 below target". Expects a cell that has passed `visibleCell`.
 */
export function cellLabel(row: HeatmapRowView, cell: HeatmapCellView): string {
  const place = `${DIMENSION_LABELS[cell.dimension]}, ${rowName(row)}`;
  if (cell.suppressed) return `${place}: ${HIDDEN_WORDS}`;
  const parts = row.kind === 'person' ? personParts(cell) : groupParts(cell);
  return `${place}: ${parts.join(', ')}`;
}

function groupParts(cell: HeatmapCellView): string[] {
  const parts: string[] = [];
  const { mean, people, assessed, atTargetShare } = cell;
  if (mean === undefined || mean === null) {
    parts.push('not assessed');
    if (people !== undefined) parts.push(formatPeople(people));
    return parts;
  }
  parts.push(`mean level ${formatLevel(mean)} of 4`);
  if (people !== undefined && assessed !== undefined) {
    parts.push(`${formatCount(assessed)} of ${formatCount(people)} assessed`);
  }
  if (cell.meanGap === null) parts.push('no target');
  else if (cell.meanGap !== undefined) parts.push(gapWords(cell.meanGap));
  if (cell.atTargetBand) parts.push(`at target: ${cell.atTargetBand}`);
  else if (atTargetShare !== undefined && atTargetShare !== null) {
    parts.push(`${formatShare(atTargetShare)} at target`);
  }
  if (cell.change) {
    const { change, isClear } = cell.change;
    parts.push(`changed by ${formatSigned(change)}${isClear ? '' : ', not clearly'}`);
  }
  return [...parts, ...markWords(cell)];
}

function gapWords(gap: number): string {
  return gap > 0 ? `${formatGap(gap)} below target` : 'target met';
}

function markWords(cell: HeatmapCellView): string[] {
  const parts: string[] = [];
  if (cell.strength !== undefined && cell.strength !== null) {
    parts.push(`evidence ${strengthWord(cell.strength)}`);
  }
  if (cell.spread) parts.push('levels far apart');
  if (cell.singlePoint) parts.push('one person only meets the requirement');
  return parts;
}

function personParts(cell: HeatmapCellView): string[] {
  const level = cell.median ?? cell.mean ?? null;
  if (level === null) return ['not assessed'];
  const rank = Math.round(level);
  const label = isLevel(rank) ? `, ${LEVEL_LABELS[instrumentOf(cell.dimension)][rank]}` : '';
  const parts = [`level ${rank}${label}`];
  if (cell.meanGap !== undefined && cell.meanGap !== null) parts.push(gapWords(cell.meanGap));
  if (cell.strength !== undefined && cell.strength !== null) {
    parts.push(`evidence ${strengthWord(cell.strength)}`);
  }
  if (cell.rater) parts.push(raterWords(cell.rater));
  if (cell.contested) parts.push('contested, not answered yet');
  if (cell.ratedAs) parts.push(`rated as ${cell.ratedAsTitle ?? cell.ratedAs}`);
  return parts;
}
