import { useFetcher, useLocation } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { writePeopleCursor } from '~/modules/people/domain/people-cursor';
import type { PeopleSort } from '~/modules/people/domain/people-filter';
import type { PersonLine } from './describe-rows';
import type { loader } from './route';

/** A part of the list: its rows, how many stand before them, and the cursor of what follows. */
export interface PartOfList {
  readonly rows: readonly PersonLine[];
  readonly index: number;
  readonly next: string | null;
}

interface EndlessRows {
  /** The row at an index, or undefined while it is not there yet. */
  readonly rowAt: (index: number) => PersonLine | undefined;
  /** Fetches what is missing between two indexes, a part at a time. */
  readonly need: (from: number, to: number) => void;
}

interface Length {
  readonly total: number;
  readonly sort: PeopleSort;
}

/**
 * Rows of the whole list, fetched as they are needed: what follows a part that is there by its cursor, anything else by
 * its index.
 */
export function useEndlessRows(first: PartOfList, { total, sort }: Length): EndlessRows {
  const { pathname, search } = useLocation();
  const fetcher = useFetcher<typeof loader>();
  const size = first.rows.length;
  const [rows, setRows] = useState(() => new Map(first.rows.map((row, at) => [first.index + at, row])));
  const cursors = useRef(new Map([[first.index + size, first.next]]));
  const wanted = useRef<number | null>(null);
  const { data, state } = fetcher;
  useEffect(() => {
    if (!data) return;
    const { part } = data;
    cursors.current.set(part.index + part.rows.length, part.next);
    setRows((known) => new Map([...known, ...part.rows.map((row, at) => [part.index + at, row] as const)]));
  }, [data]);
  const fetchFrom = (index: number) => {
    if (wanted.current === index && state !== 'idle') return;
    wanted.current = index;
    const keyed = cursors.current.get(index);
    const cursor = keyed ?? writePeopleCursor({ direction: 'at', sort, index, total, keys: [] });
    const address = new URLSearchParams(search);
    address.set('cursor', cursor);
    address.set('part', 'rows');
    fetcher.load(`${pathname}?${address}`);
  };
  return {
    rowAt: (index) => rows.get(index),
    need: (from, to) => {
      if (state !== 'idle') return;
      let missing = Math.max(0, from);
      while (missing < Math.min(to, total) && rows.has(missing)) missing += 1;
      if (missing >= Math.min(to, total)) return;
      fetchFrom(cursors.current.has(missing) ? missing : missing - (missing % size));
    },
  };
}
