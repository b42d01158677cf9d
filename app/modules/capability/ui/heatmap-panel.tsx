import { Link } from '@remix-run/react';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { LockIcon } from '~/components/lock-icon';
import { type Dimension, instrumentOf } from '~/modules/frameworks/domain/dimension';
import { LEVEL_LABELS } from '~/modules/frameworks/domain/level';
import type { HeatmapCellView, HeatmapRowView } from '../domain/heatmap-view';
import { CellSummary, type TargetKind } from './cell-summary';
import { LevelDistribution } from './level-distribution';
import { type OccupationStatements, PanelStatements } from './panel-statements';
import { PersonSummary } from './person-summary';
import { visibleCell } from './visible-cell';
import { WhyBlock, type WhyView } from './why-block';

export interface HeatmapPanelProps {
  /** "Leadership, Night operations". */
  readonly title: string;
  readonly cell: HeatmapCellView;
  readonly row: HeatmapRowView;
  readonly dimension: Dimension;
  /** Words of the levels 0 to 4; the instrument's own unless the framework says otherwise. */
  readonly levelLabels?: readonly string[];
  /** This and the next level in the words of each occupation of the group. */
  readonly statements: readonly OccupationStatements[];
  /** Null where the viewer may not see how the figure came about. */
  readonly why: WhyView | null;
  readonly closeHref: string;
  /** Where the target comes from; null when there is none or it is not shown. */
  readonly targetKind?: TargetKind | null;
  /** Day of the release that a released row is read from. */
  readonly releasedOn?: string | null;
  /** Who the holder is, what would close the gap: where the viewer may see it. */
  readonly children?: ReactNode;
}

/** Detail of one cell beside the matrix; suppressed and released cells show what may be shown and say so. */
export function HeatmapPanel(props: HeatmapPanelProps) {
  return (
    <aside className="card panel" aria-labelledby="panel-title">
      <div className="panel-head">
        <h2 id="panel-title" data-panel-title tabIndex={-1}>
          {props.title}
        </h2>
        <Link
          className="panel-close"
          to={props.closeHref}
          preventScrollReset
          aria-label="Close, back to the matrix"
        >
          <X aria-hidden="true" />
          <span>Back to the matrix</span>
        </Link>
      </div>
      {props.cell.suppressed ? <Hidden waits={props.row.waits ?? false} /> : <PanelBody {...props} />}
    </aside>
  );
}

function PanelBody(props: HeatmapPanelProps) {
  const { row, dimension, statements, why, targetKind = null, releasedOn = null, children } = props;
  const cell = visibleCell(row, props.cell);
  const labels = props.levelLabels ?? LEVEL_LABELS[instrumentOf(dimension)];
  return (
    <>
      {row.kind === 'person' ? (
        <PersonSummary cell={cell} labels={labels} targetKind={targetKind} />
      ) : (
        <CellSummary
          cell={cell}
          targetKind={targetKind}
          figuresOf={row.released ? (row.figuresOf ?? releasedOn) : null}
        />
      )}
      {why ? <WhyBlock why={why} /> : null}
      {cell.distribution && row.kind !== 'person' ? (
        <LevelDistribution counts={cell.distribution} labels={labels} />
      ) : null}
      {children}
      <PanelStatements occupations={statements} />
    </>
  );
}

function Hidden({ waits }: { readonly waits: boolean }) {
  return (
    <>
      <p className="panel-locked">
        <LockIcon />
        <span>These figures are hidden to protect individuals.</span>
      </p>
      <p className="panel-meta">
        {waits
          ? 'Few people are assessed here, and the figures would tell you a rating of a blind cycle. They open when both sides are in, or when the cycle is over.'
          : 'A group is shown only where no one’s level can be worked out from it or from the groups beside it. People who may see the individual records see it in full.'}
      </p>
    </>
  );
}
