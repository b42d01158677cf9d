import { useNavigation, useSearchParams } from '@remix-run/react';
import { useState } from 'react';
import { ExportLinks } from '~/components/export-links';
import type { HeatmapCellView, HeatmapRowView } from '~/modules/capability/domain/heatmap-view';
import { rowKey } from '~/modules/capability/domain/heatmap-view';
import type { CellDetail } from '~/modules/capability/queries/get-cell-detail';
import type { Heatmap } from '~/modules/capability/queries/get-heatmap';
import type { HeatmapChoices } from '~/modules/capability/queries/get-heatmap-choices';
import { HeatmapControls } from '~/modules/capability/ui/heatmap-controls';
import { HeatmapFilters } from '~/modules/capability/ui/heatmap-filters';
import { HeatmapLegend } from '~/modules/capability/ui/heatmap-legend';
import { HeatmapPanel } from '~/modules/capability/ui/heatmap-panel';
import { HeatmapSplit } from '~/modules/capability/ui/heatmap-split';
import { HeatmapTable } from '~/modules/capability/ui/heatmap-table';
import { PreparingReleased } from '~/modules/capability/ui/preparing-released';
import {
  filtersAddress,
  metricOptions,
  orderOptions,
  rowHref,
  rowOptions,
  shownMeanwhile,
  shownMetric,
} from './heatmap-links';
import { HeatmapNotes } from './heatmap-notes';
import { PART_OF_PEOPLE, readHeatmapState, searchWith, WITHOUT_PLACE } from './heatmap-state';
import { NoRows } from './no-rows';
import { PeopleMatrixLater } from './people-matrix-later';
import { PeoplePager } from './people-pager';
import { PictureLinks } from './picture-links';

interface HeatmapBodyProps {
  readonly view: Heatmap;
  readonly detail: CellDetail | null;
  /** Null: the reader reads released figures only and can narrow nothing. */
  readonly choices: HeatmapChoices | null;
  readonly base: string;
}

/** Controls, matrix and side panel of the state that the address holds. */
export function HeatmapBody({ view, detail, choices, base }: HeatmapBodyProps) {
  const [search] = useSearchParams();
  const busy = useNavigation().state === 'loading';
  const [endless, setEndless] = useState(false);
  const state = readHeatmapState(search);
  const metric = shownMetric(view, state.metric);
  const closeHref = searchWith(search, { cell: null });
  const place = { view, search, base, state };
  const table = {
    view,
    metric,
    selected: state.cell,
    closeHref: detail ? closeHref : null,
    hrefForCell: (row: HeatmapRowView, cell: HeatmapCellView, index?: number) =>
      searchWith(search, { ...(index === undefined ? {} : partAt(index)), cell: cellKey(row, cell) }),
    hrefForRow: (row: HeatmapRowView) => rowHref(row, place),
  };
  const panel = detail ? (
    <HeatmapPanel {...detail} closeHref={closeHref} releasedOn={view.release?.asOf ?? null} />
  ) : null;
  return (
    <>
      <HeatmapControls
        rows={rowOptions(place, choices !== null)}
        metrics={metricOptions(place, metric)}
        orders={orderOptions(place)}
        filters={
          choices ? (
            <HeatmapFilters
              filter={state.filter}
              choices={choices}
              asOf={state.asOf}
              since={metric === 'trend' ? (view.since ?? '') : null}
              today={view.today}
              {...filtersAddress(search)}
            />
          ) : null
        }
      />
      {view.preparing ? <PreparingReleased meanwhile={shownMeanwhile(view)} /> : null}
      {view.rows.length === 0 ? (
        <NoRows
          view={view}
          rows={state.rows}
          teamsHref={base.concat('/heatmap', state.parentId === null ? '' : `?parent=${state.parentId}`)}
        />
      ) : (
        <HeatmapSplit
          busy={busy}
          legend={<HeatmapLegend metric={metric} view={view} />}
          panel={panel}
          panelTitle={detail?.title ?? null}
        >
          {view.total !== null && view.total > view.rows.length ? (
            <PeopleMatrixLater
              key={listKey(search)}
              {...table}
              offset={state.offset}
              total={view.total}
              onStart={() => setEndless(true)}
            />
          ) : (
            <HeatmapTable {...table} />
          )}
        </HeatmapSplit>
      )}
      {view.rows.length > 0 ? (
        <div className="toolbar">
          <ExportLinks to={`${base}/heatmap/export${exportSearch(search)}`} of="this view" />
          <PictureLinks to={`${base}/heatmap/picture${exportSearch(search)}`} />
        </div>
      ) : null}
      <HeatmapNotes view={view} asked={state.metric} shown={metric} />
      <PeoplePager view={view} search={search} offset={state.offset} endless={endless} />
    </>
  );
}

function cellKey(row: HeatmapRowView, cell: HeatmapCellView): string {
  return `${rowKey(row)}:${cell.dimension}`;
}

/** The whole view without a place in it. */
function exportSearch(search: URLSearchParams): string {
  const address = searchWith(search, WITHOUT_PLACE);
  return address === '.' ? '' : address;
}

/** The part of a long list that holds the row. */
function partAt(index: number): { readonly offset: string | null } {
  const offset = index - (index % PART_OF_PEOPLE);
  return { offset: offset === 0 ? null : String(offset) };
}

/** What another list is begun anew for. */
function listKey(search: URLSearchParams): string {
  return searchWith(search, WITHOUT_PLACE);
}
