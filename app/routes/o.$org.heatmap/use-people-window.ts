import { useFetcher, useLocation } from '@remix-run/react';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { HeatmapRowView } from '~/modules/capability/domain/heatmap-view';
import type { RowWindow } from '~/modules/capability/ui/heatmap-table';
import { PART_OF_PEOPLE } from './heatmap-state';
import type { loader } from './route';

/** Height of a row before it was measured, in pixels. */
const USUAL_HEIGHT = 48;
const OVERSCAN = 10;

interface FirstPart {
  readonly rows: readonly HeatmapRowView[];
  readonly offset: number;
  readonly total: number;
}

/**
 * The rows of a list of people that are in sight, fetched a part at a time as they are needed; all others are empty
 * height. Before the script has started the page draws the part that it was sent with.
 */
export function usePeopleWindow(first: FirstPart): RowWindow {
  const { offset, total } = first;
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState<number | null>(null);
  const rowAt = usePeopleParts(first);
  useEffect(() => {
    if (body.current) setTop(body.current.getBoundingClientRect().top + window.scrollY);
  }, []);
  const list = useWindowVirtualizer<HTMLTableRowElement>({
    count: total,
    estimateSize: () => USUAL_HEIGHT,
    overscan: OVERSCAN,
    scrollMargin: top ?? 0,
    enabled: top !== null,
  });
  const begin = useRef(offset);
  useEffect(() => {
    if (top === null || begin.current === 0) return;
    list.scrollToIndex(begin.current, { align: 'start' });
    begin.current = 0;
  }, [top, list]);
  const items = top === null ? [] : list.getVirtualItems();
  const margin = top ?? 0;
  const last = items.at(-1);
  rowAt.need(items[0]?.index ?? 0, last ? last.index + 1 : 0);
  return {
    body,
    total,
    drawn:
      top === null
        ? null
        : items.map(({ index, start }, at) => ({
            index,
            gap: start - (items[at - 1]?.end ?? margin),
            row: rowAt.get(index),
          })),
    rest: last ? Math.max(0, list.getTotalSize() - (last.end - margin)) : 0,
    measure: list.measureElement,
  };
}

/** The rows that are there by index, and how others are asked for. */
function usePeopleParts({ rows: firstRows, offset, total }: FirstPart) {
  const { pathname, search } = useLocation();
  const fetcher = useFetcher<typeof loader>();
  const [rows, setRows] = useState<ReadonlyMap<number, HeatmapRowView>>(new Map());
  const { data, state } = fetcher;
  useEffect(() => {
    const add = (part: readonly HeatmapRowView[], from: number) =>
      setRows((known) => new Map([...known, ...part.map((row, at) => [from + at, row] as const)]));
    add(firstRows, offset);
    if (data) add(data.view.rows, data.offset);
  }, [data, firstRows, offset]);
  const wanted = useRef<readonly [number, number]>([0, 0]);
  useEffect(() => {
    if (state !== 'idle') return;
    const [from, to] = wanted.current;
    let missing = from;
    while (missing < to && (rows.has(missing) || missing >= total)) missing += 1;
    if (missing >= to) return;
    const address = new URLSearchParams(search);
    address.set('offset', String(missing - (missing % PART_OF_PEOPLE)));
    address.set('part', 'rows');
    address.delete('cell');
    fetcher.load(`${pathname}?${address}`);
  });
  return {
    get: (index: number) => rows.get(index),
    need: (from: number, to: number) => {
      wanted.current = [from, to];
    },
  };
}
