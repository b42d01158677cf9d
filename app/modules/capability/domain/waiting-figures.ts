/**
 * Live figures of a group in which somebody has a rating that the reader does not read yet (decision 31). They count what is
 * submitted, as for everybody. Where few people stand behind one it would say what one of them was given, so it is closed
 * to that reader until the rating opens: a figure of fewer than k people, and levels that are all the same.
 * Unit: people. Missing: a closed figure is left out and never 0. Source: method.md 9.3, 9.6.
 */
import { readinessFigures } from './ai-readiness/group-readiness';
import { type GroupReadiness, sumGroup } from './ai-readiness/readiness-sums';
import type { LiveReadinessRow, SkillBeside } from './ai-readiness/readiness-view';
import type { Change } from './change-between';
import type { HeatmapCellView, HeatmapRowView } from './heatmap-view';
import type { AiSums, OverviewSums } from './overview/overview-sums';
import { isLargeEnough } from './suppression/block-sums';

type Levels = readonly [number, number, number, number, number];

/** Whether levels that somebody waits for tell what one of the people was given; nobody's levels tell nothing. */
export function isClosed(levels: Levels, k: number): boolean {
  return levels.some((people) => people > 0) && !isLargeEnough({ levels }, k);
}

/** A row in which somebody has such a rating, without the cells and figures that would tell it. */
export function closeRow(row: HeatmapRowView, k: number): HeatmapRowView {
  return { ...row, waits: true, cells: row.cells.map((cell) => closeCell(cell, k)) };
}

function closeCell(cell: HeatmapCellView, k: number): HeatmapCellView {
  const { dimension, distribution, pairs = 0, differenceN = 0 } = cell;
  if (!distribution) return cell;
  if (isClosed(distribution, k)) return { dimension, suppressed: true };
  const { meanGap: _, gapIndex: __, atTargetShare: ___, atTargetLow: ____, ...levels } = cell;
  const targeted = isFew(pairs, k) ? levels : cell;
  const { selfManagerDifference: _____, differenceN: ______, ...others } = targeted;
  return isFew(differenceN, k) ? others : targeted;
}

const isFew = (people: number, k: number) => people > 0 && people < k;

interface ChangeOfCell {
  readonly change: Change | null;
  readonly k: number;
}

/** A cell with its change: none where the cell is closed, or where fewer than k people of such a row are known on both days. */
export function withChangeOf(
  { waits = false }: Pick<HeatmapRowView, 'waits'>,
  cell: HeatmapCellView,
  { change, k }: ChangeOfCell,
): HeatmapCellView {
  if (cell.suppressed) return cell;
  return { ...cell, change: waits && change !== null && change.common < k ? null : change };
}

/** A row of AI-readiness in which somebody has such a rating: with its people alone where its figures would tell it. */
export function closeReadiness(row: LiveReadinessRow, k: number): LiveReadinessRow {
  if (!isReadinessClosed(row.sums, k))
    return isFew(row.sums.weighted, k)
      ? { ...row, figures: { ...row.figures, weightedReadiness: null } }
      : row;
  const sums = { ...sumGroup([]), people: row.sums.people };
  return { ...row, sums, figures: readinessFigures(sums), change: null, closed: true };
}

/** Whether AI-readiness of a group with such a rating is closed as a whole. */
export function isReadinessClosed({ levels, pairs }: GroupReadiness, k: number): boolean {
  return isClosed(levels, k) || isFew(pairs, k);
}

/** A skill beside AI-readiness of a group with such a rating. */
export function closeSkill(skill: SkillBeside, sums: GroupReadiness, k: number): SkillBeside {
  return isReadinessClosed(sums, k)
    ? { ...skill, assessed: 0, mean: null, atTargetShare: null, closed: true }
    : skill;
}

/**
 * The sums of an overview with such a rating, of today or of a day before: without AI use where its own page closes it
 * or where few are assessed, and without moves of few.
 */
export function closeOverview(
  sums: OverviewSums,
  { aiClosed, k }: { aiClosed: boolean; k: number },
): OverviewSums {
  const ai: AiSums = { ...sums.ai, assessed: 0, attained: 0, closed: true };
  const moves = { pairs: 0, rises: 0, falls: 0, net: 0, people: 0, closed: true };
  return {
    ...sums,
    ai: aiClosed || isFew(sums.ai.assessed, k) ? ai : sums.ai,
    moves: isFew(sums.moves.people, k) ? moves : sums.moves,
  };
}
