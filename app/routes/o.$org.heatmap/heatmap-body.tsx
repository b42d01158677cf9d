import { Link, useNavigation, useSearchParams } from '@remix-run/react';
import { EmptyState } from '~/components/empty-state';
import {
  type HeatmapCellView,
  type HeatmapMetric,
  type HeatmapRowView,
  rowKey,
} from '~/modules/capability/domain/heatmap-view';
import type { CellDetail } from '~/modules/capability/queries/get-cell-detail';
import type { Heatmap } from '~/modules/capability/queries/get-heatmap';
import { HeatmapControls } from '~/modules/capability/ui/heatmap-controls';
import { HeatmapLegend } from '~/modules/capability/ui/heatmap-legend';
import { HeatmapPanel } from '~/modules/capability/ui/heatmap-panel';
import { HeatmapSplit } from '~/modules/capability/ui/heatmap-split';
import { HeatmapTable } from '~/modules/capability/ui/heatmap-table';
import { PreparingReleased, type PreparingReleasedProps } from '~/modules/capability/ui/preparing-released';
import { readHeatmapState, searchWith } from './heatmap-state';

interface HeatmapBodyProps {
  readonly view: Heatmap;
  readonly detail: CellDetail | null;
  readonly base: string;
}

/** Controls, matrix and side panel of the state that the address holds. */
export function HeatmapBody({ view, detail, base }: HeatmapBodyProps) {
  const [search] = useSearchParams();
  const busy = useNavigation().state === 'loading';
  const state = readHeatmapState(search);
  const metric = shownMetric(view, state.metric);
  const closeHref = searchWith(search, { cell: null });
  const peopleOnly = view.rows.length > 0 && view.rows.every((row) => row.kind === 'person');
  const panel = detail ? (
    <HeatmapPanel {...detail} closeHref={closeHref} releasedOn={view.release?.asOf ?? null} />
  ) : null;
  return (
    <>
      <HeatmapControls
        rows={rowOptions(view, search, peopleOnly)}
        metrics={metricOptions(view, search, metric)}
      />
      {view.preparing ? <PreparingReleased meanwhile={shownMeanwhile(view)} /> : null}
      {view.rows.length === 0 ? (
        <Nothing view={view} people={state.rows === 'person'} />
      ) : (
        <HeatmapSplit
          busy={busy}
          legend={<HeatmapLegend metric={metric} view={view} />}
          panel={panel}
          panelTitle={detail?.title ?? null}
        >
          <HeatmapTable
            view={view}
            metric={metric}
            selected={state.cell}
            closeHref={detail ? closeHref : null}
            hrefForCell={(row, cell) => searchWith(search, { cell: cellKey(row, cell) })}
            hrefForRow={(row) => rowHref(row, { view, search, base })}
          />
        </HeatmapSplit>
      )}
      {view.release ? (
        <p className="footnote">
          Released figures protect individuals: groups of few people are locked, and AI use is not released by
          team.
        </p>
      ) : null}
      {view.next || state.after ? (
        <p className="pager">
          {state.after ? (
            <Link className="button" to={searchWith(search, { after: null, cell: null })}>
              First people
            </Link>
          ) : null}{' '}
          {view.next ? (
            <Link className="button" to={searchWith(search, { after: view.next, cell: null })}>
              Next people
            </Link>
          ) : null}
        </p>
      ) : null}
    </>
  );
}

/** Gap is not released, and a person's cell is a level: the figure that the rows hold. */
function shownMetric(view: Heatmap, asked: HeatmapMetric): HeatmapMetric {
  if (view.rows.some((row) => row.kind === 'person')) return 'level';
  return asked === 'gap' && view.rows.every((row) => row.released) ? 'level' : asked;
}

function cellKey(row: HeatmapRowView, cell: HeatmapCellView): string {
  return `${rowKey(row)}:${cell.dimension}`;
}

interface Place {
  readonly view: Heatmap;
  readonly search: URLSearchParams;
  readonly base: string;
}

/** A team leads to its teams, a team without teams to its people, a person to the profile. */
function rowHref(row: HeatmapRowView, { view, search, base }: Place): string | null {
  if (row.kind === 'person') return `${base}/people/${row.id}`;
  const live = !row.released;
  const clean = { cell: null, after: null, direct: null };
  if (row.kind === 'direct')
    return live && view.parent ? searchWith(search, { ...clean, rows: 'person', direct: '1' }) : null;
  if (row.hasChildren) return searchWith(search, { ...clean, parent: row.id, rows: null });
  return live ? searchWith(search, { ...clean, parent: row.id, rows: 'person' }) : null;
}

function rowOptions(view: Heatmap, search: URLSearchParams, people: boolean) {
  if (!view.canSeePeople) return [];
  const to = (rows: string | null) => searchWith(search, { rows, cell: null, after: null, direct: null });
  return [
    { label: 'Teams', to: to(null), current: !people },
    { label: 'People', to: to('person'), current: people },
  ];
}

function metricOptions(view: Heatmap, search: URLSearchParams, metric: string) {
  const option = (label: string, value: string) => ({
    label,
    to: searchWith(search, { figure: value === 'level' ? null : value }),
    current: metric === value,
  });
  if (view.rows.some((row) => row.kind === 'person')) return [];
  const live = view.rows.some((row) => !row.released);
  return [
    option('Level', 'level'),
    option('At target', 'at_target'),
    ...(live ? [option('Gap', 'gap')] : []),
  ];
}

function shownMeanwhile({ rows }: Heatmap): PreparingReleasedProps['meanwhile'] {
  if (rows.length === 0) return 'nothing';
  return rows.some((row) => row.released) ? 'earlier' : 'live';
}

function Nothing({ view, people }: { readonly view: Heatmap; readonly people: boolean }) {
  if (view.preparing) return null;
  if (people)
    return (
      <EmptyState title="Nobody here">
        No active person belongs to this team on the day of the figures.
      </EmptyState>
    );
  if (view.canSeePeople) {
    return (
      <EmptyState title="No teams with people here">
        Teams stand here when people belong to them. An HR partner can import them.
      </EmptyState>
    );
  }
  if (view.parent === null) {
    return (
      <EmptyState title="Nothing released yet">
        Figures stand here from the first release on in which enough people are assessed to show a group
        without figures of few people becoming clear.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Not shown in parts">
      The groups beneath this one cannot be shown without figures of few people becoming clear. The group
      itself is shown one level up.
    </EmptyState>
  );
}
