import { useRef } from 'react';
import { LockIcon } from '~/components/lock-icon';
import { DIMENSION_LABELS, DIMENSIONS, type Dimension } from '~/modules/frameworks/domain/dimension';
import { formatDay } from '~/shared/format-day';
import {
  type HeatmapCellView,
  type HeatmapMetric,
  type HeatmapRowView,
  type HeatmapView,
  isHiddenRow,
  rowKey,
  rowTitle,
} from '../domain/heatmap-view';
import { cellFigure } from './cell-figure';
import { cellLabel } from './cell-label';
import { formatPeople } from './format-figure';
import { useGridKeys } from './use-grid-keys';
import { visibleCell } from './visible-cell';

export interface HeatmapTableProps {
  readonly view: HeatmapView;
  readonly metric: HeatmapMetric;
  /** Address of the side panel of a cell. */
  readonly hrefForCell: (row: HeatmapRowView, cell: HeatmapCellView) => string;
  /** Where the name of a row leads: its children, or a person's profile; null for plain text. */
  readonly hrefForRow: (row: HeatmapRowView) => string | null;
  /** The cell whose panel is open; `rowKey` as the function of that name gives it. */
  readonly selected?: { readonly rowKey: string; readonly dimension: Dimension } | null;
  /** Address without the panel, or null while none is open. */
  readonly closeHref?: string | null;
  /** The columns, in order; all twelve unless the organization assesses fewer. */
  readonly dimensions?: readonly Dimension[];
}

/**
 * The matrix of groups or people by dimension as an HTML table, drawn on the server. Every cell is a link
 * with the whole cell in words; number first, then colour step, then marks.
 */
export function HeatmapTable(props: HeatmapTableProps) {
  const { view, metric, selected = null, closeHref = null, dimensions = DIMENSIONS } = props;
  const table = useRef<HTMLTableElement>(null);
  const version = `${view.asOf} ${metric} ${selected?.rowKey} ${selected?.dimension} ${view.rows.map(rowKey)}`;
  useGridKeys(table, { closeHref, version });
  return (
    <table className="matrix" ref={table}>
      <caption className="sr-only">{captionOf(view, metric)}</caption>
      <thead>
        <tr>
          <th scope="col" className="matrix-corner">
            <span className="sr-only">{view.rows[0]?.kind === 'person' ? 'Person' : 'Group'}</span>
          </th>
          {dimensions.map((dimension) => (
            <th key={dimension} scope="col" className={columnClass(dimension)}>
              <span className="matrix-column-name">{DIMENSION_LABELS[dimension]}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {view.rows.map((row) => {
          const cells = new Map(row.cells.map((cell) => [cell.dimension, cell]));
          return (
            <tr key={rowKey(row)}>
              <th scope="row">{rowHeader(row, props)}</th>
              {dimensions.map((dimension) => (
                <td key={dimension} className={columnClass(dimension)}>
                  {drawCell(row, cells.get(dimension), props)}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const METRIC_WORDS: Readonly<Record<HeatmapMetric, string>> = {
  level: 'mean level',
  gap: 'mean gap to target',
  at_target: 'share of people at target',
  unknown: 'share of people not assessed',
  difference: 'mean difference of self and manager',
};

function captionOf(view: HeatmapView, metric: HeatmapMetric): string {
  const people = view.rows[0]?.kind === 'person';
  const what = people ? 'Level of each person' : `${METRIC_WORDS[metric]} of each group`;
  const day = view.release?.asOf ?? view.asOf;
  return `${what.charAt(0).toUpperCase()}${what.slice(1)} in each dimension, figures of ${formatDay(day)}.`;
}

/** AI use begins the columns that are measured with an instrument of their own. */
function columnClass(dimension: Dimension): string | undefined {
  return dimension === 'ai_use' ? 'first' : undefined;
}

function rowHeader(row: HeatmapRowView, { view, hrefForRow }: HeatmapTableProps) {
  const href = hrefForRow(row);
  const notes: string[] = [];
  if (row.kind !== 'person' && !(row.released && isHiddenRow(row))) notes.push(formatPeople(row.people));
  if (row.released && row.figuresOf && row.figuresOf !== view.release?.asOf) {
    notes.push(`of ${formatDay(row.figuresOf)}`);
  }
  const title = rowTitle(row);
  const content = (
    <>
      <span className="matrix-row-name" title={title}>
        {title}
      </span>
      {notes.length > 0 ? <small className="matrix-row-note">{notes.join(' · ')}</small> : null}
    </>
  );
  if (!href) return <div className="matrix-row-head">{content}</div>;
  return (
    <a className="matrix-row-head" href={href}>
      {content}
    </a>
  );
}

/** A function, not a component: a matrix of many rows draws thousands of cells. */
function drawCell(row: HeatmapRowView, given: HeatmapCellView | undefined, props: HeatmapTableProps) {
  if (!given) return null;
  const cell = visibleCell(row, given);
  const { selected, metric, hrefForCell } = props;
  const current = selected?.dimension === cell.dimension && selected.rowKey === rowKey(row);
  const common = {
    className: 'matrix-cell',
    href: hrefForCell(row, cell),
    'aria-label': cellLabel(row, cell),
    'aria-current': current ? ('true' as const) : undefined,
  };
  if (cell.suppressed) {
    return (
      <a {...common}>
        <LockIcon />
      </a>
    );
  }
  const figure = cellFigure(row, cell, metric);
  return (
    <a {...common} {...figure.step} data-unknown={figure.manyUnknown ? '' : undefined}>
      {figure.text === null ? (
        <b>–</b>
      ) : (
        <b data-long={figure.text.length > 6 ? '' : undefined}>{figure.text}</b>
      )}
      {figure.text === null ? <small>{figure.empty}</small> : noteLines(figure.notes)}
      {cell.spread ? <i className="mark-split" /> : null}
      {cell.singlePoint ? <i className="mark-single" /> : null}
    </a>
  );
}

function noteLines(notes: readonly (readonly string[])[]) {
  return notes.map((line) => (
    <small key={line.join()}>
      {line.map((item) => (
        <span key={item}>{item}</span>
      ))}
    </small>
  ));
}
