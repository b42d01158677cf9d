import { DayText } from '~/components/date-text';
import type { HeatmapCellView } from '../domain/heatmap-view';
import {
  formatCount,
  formatGap,
  formatLevel,
  formatShare,
  formatSigned,
  strengthWord,
} from './format-figure';

export type TargetKind = 'default' | 'written' | 'mixed';

export const TARGET_WORDS: Readonly<Record<TargetKind, string>> = {
  default: 'default',
  written: 'written',
  mixed: 'written and default',
};

export interface CellSummaryProps {
  /** A cell that has passed `visibleCell`. */
  readonly cell: HeatmapCellView;
  readonly targetKind: TargetKind | null;
  /** Day of released figures; null for live ones. */
  readonly figuresOf: string | null;
}

/** The figure of a group's cell with what the reader would ask of it. */
export function CellSummary({ cell, targetKind, figuresOf }: CellSummaryProps) {
  const known = cell.mean !== undefined && cell.mean !== null;
  return (
    <>
      <p className="panel-figure">
        {known ? formatLevel(cell.mean ?? 0) : '–'}{' '}
        <small>{known ? besideFigure(cell, targetKind) : 'not assessed'}</small>
      </p>
      <p className="panel-meta">
        {basisParts(cell).join(' · ')}
        {cell.newestOn ? (
          <>
            {' · newest '}
            <DayText day={cell.newestOn} />
          </>
        ) : null}
      </p>
      <p className="panel-meta">{targetParts(cell).join(' · ')}</p>
      {figuresOf ? (
        <p className="panel-meta">
          Released figures of <DayText day={figuresOf} />. They hold what is shown to those without access to
          the individual records.
        </p>
      ) : null}
      {cell.singlePoint ? (
        <p className="panel-mark">
          <i className="mark-single" /> One person only meets the written requirement here.
        </p>
      ) : null}
      {cell.spread ? (
        <p className="panel-mark">
          <i className="mark-split" /> Levels lie far apart: at least a third at 0 or 1, and a third at 3 or
          4.
        </p>
      ) : null}
    </>
  );
}

function besideFigure(cell: HeatmapCellView, targetKind: TargetKind | null): string {
  const parts: string[] = [];
  if (cell.median !== undefined && cell.median !== null) parts.push(`median ${cell.median}`);
  if (cell.meanTarget !== undefined && cell.meanTarget !== null) {
    parts.push(`target ${formatLevel(cell.meanTarget)}${targetKind ? ` (${TARGET_WORDS[targetKind]})` : ''}`);
  } else if (cell.meanTarget === null) parts.push('no target');
  return parts.length > 0 ? parts.join(' · ') : 'mean level of 4';
}

/** How many the figure stands on, and how well. */
function basisParts({ people, assessed, strength, recheckShare }: HeatmapCellView): string[] {
  const parts: string[] = [];
  if (people !== undefined && assessed !== undefined) {
    parts.push(`${formatCount(assessed)} of ${formatCount(people)} assessed`);
  }
  if (isFigure(strength)) parts.push(`evidence ${strengthWord(strength)}`);
  if (recheckShare) parts.push(`${formatShare(recheckShare)} to re-check`);
  return parts;
}

/** How the group stands against its targets, and how it sees itself. */
function targetParts(cell: HeatmapCellView): string[] {
  const { pairs, assessed, meanGap, atTargetBand, atTargetShare, atTargetLow, selfManagerDifference } = cell;
  const parts: string[] = [];
  if (pairs !== undefined && assessed !== undefined && pairs > 0 && pairs < assessed) {
    parts.push(`${formatCount(pairs)} of them with a target`);
  }
  if (isFigure(meanGap)) parts.push(meanGap > 0 ? `mean gap ${formatGap(meanGap)}` : 'target met');
  if (atTargetBand) parts.push(`at target: ${atTargetBand}`);
  else if (isFigure(atTargetShare)) {
    const low = isFigure(atTargetLow) && atTargetLow < atTargetShare ? atTargetLow : null;
    parts.push(
      `${formatShare(atTargetShare)} at target${low === null ? '' : `, at least ${formatShare(low)}`}`,
    );
  }
  if (isFigure(selfManagerDifference))
    parts.push(`self\u00A0\u2212\u00A0manager ${formatSigned(selfManagerDifference)}`);
  return parts;
}

function isFigure(value: number | null | undefined): value is number {
  return value !== undefined && value !== null;
}
