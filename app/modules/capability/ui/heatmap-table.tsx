import { Fragment, type RefObject, useRef } from 'react';
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
import { METRIC_WORDS } from '../domain/heatmap-words';
import { cellFigure } from './cell-figure';
import { cellLabel } from './cell-label';
import { formatPeople } from './format-figure';
import { useGridKeys } from './use-grid-keys';
import { useHeadInSight } from './use-head-in-sight';
import { visibleCell } from './visible-cell';

export interface HeatmapTableProps {
  readonly view: HeatmapView;
  readonly metric: HeatmapMetric;
  /** Address of the side panel of a cell; of a long list with the index of the row. */
  readonly hrefForCell: (row: HeatmapRowView, cell: HeatmapCellView, index?: number) => string;
  /** Where the name of a row leads: its children, or a person's profile; null for plain text. */
  readonly hrefForRow: (row: HeatmapRowView) => string | null;
  /** The cell whose panel is open; `rowKey` as the function of that name gives it. */
  readonly selected?: { readonly rowKey: string; readonly dimension: Dimension } | null;
  /** Address without the panel, or null while none is open. */
  readonly closeHref?: string | null;
  /** The columns, in order; all twelve unless the organization assesses fewer. */
  readonly dimensions?: readonly Dimension[];
  /** Of a list longer than the rows of the view: which of them are drawn. */
  readonly window?: RowWindow | null;
}

/** The part of a long list that is drawn, with empty height for the rest. */
export interface RowWindow {
  readonly body: RefObject<HTMLTableSectionElement>;
  readonly total: number;
  /** Rows in sight and near it; null before the script has started: the rows of the view are drawn. */
  readonly drawn:
    | readonly {
        readonly index: number;
        readonly gap: number;
        /** Undefined while it is fetched. */
        readonly row: HeatmapRowView | undefined;
      }[]
    | null;
  /** Empty height after the last row drawn, in pixels. */
  readonly rest: number;
  readonly measure: (element: HTMLTableRowElement | null) => void;
}

/**
 * The matrix of groups or people by dimension as an HTML table, drawn on the server. Every cell is a link
 * with the whole cell in words; number first, then colour step, then marks.
 */
export function HeatmapTable(props: HeatmapTableProps) {
  const { view, metric, selected = null, closeHref = null, dimensions = DIMENSIONS } = props;
  const table = useRef<HTMLTableElement>(null);
  const { window = null } = props;
  const drawn = window?.drawn?.map(({ index, row }) => `${index}${row ? '' : '?'}`) ?? view.rows.map(rowKey);
  const version = `${view.asOf} ${metric} ${selected?.rowKey} ${selected?.dimension} ${drawn}`;
  useGridKeys(table, { closeHref, version });
  useHeadInSight(table);
  return (
    <table className="matrix" ref={table} aria-rowcount={window ? window.total + 1 : undefined}>
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
      {window?.drawn ? (
        <tbody ref={window.body}>{drawWindow(window, props)}</tbody>
      ) : (
        <tbody {...(window ? { ref: window.body } : {})}>
          {view.rows.map((row) => (
            <tr key={rowKey(row)}>{drawRow(row, props)}</tr>
          ))}
        </tbody>
      )}
    </table>
  );
}

function drawRow(row: HeatmapRowView, props: HeatmapTableProps) {
  const { dimensions = DIMENSIONS } = props;
  const cells = new Map(row.cells.map((cell) => [cell.dimension, cell]));
  return (
    <>
      <th scope="row">{rowHeader(row, props)}</th>
      {dimensions.map((dimension) => (
        <td key={dimension} className={columnClass(dimension)}>
          {drawCell(row, cells.get(dimension), props)}
        </td>
      ))}
    </>
  );
}

function drawWindow({ drawn, rest, measure }: RowWindow, props: HeatmapTableProps) {
  const columns = (props.dimensions ?? DIMENSIONS).length + 1;
  return (
    <>
      {drawn?.map(({ index, gap, row }) => (
        <Fragment key={index}>
          {gap > 0 ? <Gap height={gap} columns={columns} /> : null}
          <tr data-index={index} aria-rowindex={index + 2} ref={measure}>
            {row ? (
              drawRow(row, {
                ...props,
                hrefForCell: (one, cell) => props.hrefForCell(one, cell, index),
              })
            ) : (
              <td colSpan={columns} className="small">
                Loading …
              </td>
            )}
          </tr>
        </Fragment>
      ))}
      {rest > 0 ? <Gap height={rest} columns={columns} /> : null}
    </>
  );
}

/** Empty height in place of rows that are out of sight. */
function Gap({ height, columns }: { readonly height: number; readonly columns: number }) {
  return (
    <tr className="matrix-gap">
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}

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
