import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';

/** Height of a row before it was measured, in pixels. */
const USUAL_HEIGHT = 60;
const OVERSCAN = 12;

/** A row to draw, with the empty height before it. */
interface DrawnRow {
  readonly index: number;
  readonly gap: number;
}

/**
 * Which rows of a long table are drawn: those in sight and near it, and the one that has the focus. Before the script
 * has started: none, and the page draws what it was sent with.
 */
export function useRowWindow(total: number) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState<number | null>(null);
  const [focused, setFocused] = useState<number | null>(null);
  useEffect(() => {
    const place = () => {
      if (body.current) setTop(body.current.getBoundingClientRect().top + window.scrollY);
    };
    place();
    window.addEventListener('resize', place);
    return () => window.removeEventListener('resize', place);
  }, []);
  const window_ = useWindowVirtualizer<HTMLTableRowElement>({
    count: total,
    estimateSize: () => USUAL_HEIGHT,
    overscan: OVERSCAN,
    scrollMargin: top ?? 0,
    enabled: top !== null,
    rangeExtractor: (range) => {
      const near = defaultRangeExtractor(range);
      if (focused === null || focused >= total) return near;
      return [...new Set([...near, focused])].sort((a, b) => a - b);
    },
  });
  const items = top === null ? [] : window_.getVirtualItems();
  const margin = top ?? 0;
  const drawn: DrawnRow[] = items.map(({ index, start }, at) => ({
    index,
    gap: start - (items[at - 1]?.end ?? margin),
  }));
  const last = items.at(-1);
  const moveFocus = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const { target } = event;
    if (step === 0 || !(target instanceof HTMLInputElement)) return;
    const next = Number(target.closest('tr')?.dataset['index']) + step;
    if (!(next >= 0 && next < total)) return;
    event.preventDefault();
    setFocused(next);
    window_.scrollToIndex(next);
    const find = () => body.current?.querySelector<HTMLInputElement>(`tr[data-index="${next}"] input`);
    requestAnimationFrame(() => requestAnimationFrame(() => find()?.focus({ preventScroll: true })));
  };
  return {
    body,
    started: top !== null,
    drawn,
    /** Empty height after the last row drawn. */
    rest: last ? Math.max(0, window_.getTotalSize() - (last.end - margin)) : 0,
    measure: window_.measureElement,
    keepFocused: (element: Element) => {
      const index = Number(element.closest('tr')?.dataset['index']);
      if (Number.isInteger(index)) setFocused(index);
    },
    moveFocus,
  };
}
