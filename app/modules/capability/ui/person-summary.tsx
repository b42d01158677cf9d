import { DayText } from '~/components/date-text';
import type { HeatmapCellView } from '../domain/heatmap-view';
import { raterWords } from './cell-label';
import { TARGET_WORDS, type TargetKind } from './cell-summary';
import { formatLevel, formatSignedWhole, roundLevel, strengthWord } from './format-figure';

export interface PersonSummaryProps {
  readonly cell: HeatmapCellView;
  /** Words of the levels 0 to 4. */
  readonly labels: readonly string[];
  readonly targetKind: TargetKind | null;
}

/** Where the person's own target comes from, null where the cell does not say. */
function ownTargetKind({ defaultTarget }: HeatmapCellView): TargetKind | null {
  if (defaultTarget === undefined) return null;
  return defaultTarget ? 'default' : 'written';
}

/** One person's level in one dimension, with who gave it, when, and on what evidence. */
export function PersonSummary({ cell, labels, targetKind }: PersonSummaryProps) {
  const level = cell.median ?? cell.mean ?? null;
  if (level === null) {
    return (
      <p className="panel-figure">
        – <small>not assessed</small>
      </p>
    );
  }
  const rank = Math.round(level);
  const { meanTarget, meanGap, strength, rater, selfManagerDifference } = cell;
  const kind = ownTargetKind(cell) ?? targetKind;
  const parts: string[] = [];
  if (strength !== undefined && strength !== null) parts.push(`evidence ${strengthWord(strength)}`);
  if (rater) parts.push(raterWords(rater));
  if (cell.contested) parts.push('contested, not answered yet');
  if (cell.ratedAs) parts.push(`rated as ${cell.ratedAsTitle ?? cell.ratedAs}`);
  if (meanGap && roundLevel(meanGap) > 0) parts.push(`${roundLevel(meanGap)} below target`);
  if (selfManagerDifference !== undefined && selfManagerDifference !== null) {
    parts.push(`self\u00A0\u2212\u00A0manager ${formatSignedWhole(selfManagerDifference)}`);
  }
  const target =
    meanTarget === undefined || meanTarget === null
      ? 'no target'
      : `target ${Number.isInteger(meanTarget) ? meanTarget : formatLevel(meanTarget)}`;
  return (
    <>
      <p className="panel-figure">
        {rank}{' '}
        <small>
          {labels[rank]} · {target}
          {kind ? ` (${TARGET_WORDS[kind]})` : ''}
        </small>
      </p>
      <p className="panel-meta">
        {parts.join(' · ')}
        {cell.newestOn ? (
          <>
            {' · '}
            <DayText day={cell.newestOn} />
          </>
        ) : null}
      </p>
    </>
  );
}
