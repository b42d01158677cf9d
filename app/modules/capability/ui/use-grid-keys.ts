import { useNavigate } from '@remix-run/react';
import { type RefObject, useEffect, useRef } from 'react';
import { gridMove } from './grid-move';

/** Links of the body of a table, row by row; `columns` places a row's first link under its column. */
function linksOf(table: HTMLTableElement): HTMLAnchorElement[][] {
  return [...(table.tBodies[0]?.rows ?? [])]
    .map((row) => [...row.querySelectorAll<HTMLAnchorElement>('td > a, th > a')])
    .filter((links) => links.length > 0);
}

/** Makes one link of the grid the only stop of the Tab key. */
function setStop(links: readonly HTMLAnchorElement[][], stop: HTMLAnchorElement | undefined): void {
  for (const link of links.flat()) link.tabIndex = link === stop ? 0 : -1;
}

/** Column of a link counted from the right, so that rows with and without a linked name line up. */
function fromRight(row: readonly HTMLAnchorElement[], link: HTMLAnchorElement): number {
  return row.length - row.indexOf(link);
}

function moveOn(table: HTMLTableElement, event: KeyboardEvent): void {
  const link = event.target;
  if (!(link instanceof HTMLAnchorElement) || event.altKey || event.metaKey || event.shiftKey) return;
  const links = linksOf(table);
  const row = links.findIndex((candidates) => candidates.includes(link));
  const own = links[row];
  if (!own) return;
  const widest = Math.max(...links.map((candidates) => candidates.length));
  const to = gridMove({
    key: event.key,
    whole: event.ctrlKey,
    from: { row, column: widest - fromRight(own, link) },
    size: { rowLengths: links.map(() => widest) },
  });
  if (!to) return;
  const target = links[to.row];
  const next = target?.[Math.max(0, target.length - (widest - to.column))];
  if (!next) return;
  event.preventDefault();
  setStop(links, next);
  next.focus();
}

/** True for a plain left click that the router may take over. */
function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

/**
 * Makes a table of links one grid for the keyboard: one stop for Tab, arrows between cells, Home and End,
 * Escape to close the panel. Clicks are routed from one listener, so that cells stay plain links.
 * Without script every link is in the tab order and loads its address.
 * @param closeHref address without the panel, or null while none is open
 * @param version changes when the rows or the selected cell change
 */
export function useGridKeys(
  ref: RefObject<HTMLTableElement | null>,
  options: { readonly closeHref: string | null; readonly version: string },
): void {
  const navigate = useNavigate();
  const { closeHref, version } = options;
  const opened = useRef<HTMLAnchorElement | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: version stands for the rows drawn in the table
  useEffect(() => {
    const table = ref.current;
    if (!table) return;
    table.setAttribute('role', 'grid');
    const links = linksOf(table);
    const selected = table.querySelector<HTMLAnchorElement>('a[aria-current]');
    const focused = links.flat().find((link) => link === document.activeElement);
    setStop(links, focused ?? selected ?? links.flat()[0]);
    // Closed where the panel hid the table, or by a link in it: the focus went with the panel.
    if (!selected && opened.current?.isConnected && document.activeElement === document.body)
      opened.current.focus();
    opened.current = selected;
    if (selected && selected.offsetParent === null) {
      document.querySelector<HTMLElement>('[data-panel-title]')?.focus();
    }
  }, [ref, version]);

  useEffect(() => {
    const table = ref.current;
    if (!table) return;
    const onKey = (event: KeyboardEvent) => moveOn(table, event);
    const onFocus = (event: FocusEvent) => {
      if (event.target instanceof HTMLAnchorElement) setStop(linksOf(table), event.target);
    };
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!link || !isPlainClick(event) || event.defaultPrevented) return;
      event.preventDefault();
      navigate(link.pathname + link.search, { preventScrollReset: true });
    };
    table.addEventListener('keydown', onKey);
    table.addEventListener('focusin', onFocus);
    table.addEventListener('click', onClick);
    return () => {
      table.removeEventListener('keydown', onKey);
      table.removeEventListener('focusin', onFocus);
      table.removeEventListener('click', onClick);
    };
  }, [ref, navigate]);

  useEffect(() => {
    if (closeHref === null) return;
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      ref.current?.querySelector<HTMLAnchorElement>('a[aria-current]')?.focus();
      navigate(closeHref, { preventScrollReset: true });
    };
    document.addEventListener('keydown', onEscape);
    return () => document.removeEventListener('keydown', onEscape);
  }, [ref, navigate, closeHref]);
}
