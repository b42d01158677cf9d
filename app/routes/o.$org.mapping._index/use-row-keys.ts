import { type RefObject, useEffect, useRef, useState } from 'react';

const ROW = '.mapping-row';
const STEPS: Readonly<Record<string, 1 | -1>> = { arrowdown: 1, arrowup: -1, j: 1, k: -1 };
/** Where the choice is kept whether J and K lead into the list from anywhere on the page. */
const KEYS_PLACE = 'cadre-mapping-keys';
/** Controls in which a letter is text, or chooses something. */
const TEXT = 'textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=submit])';

interface RowKeys {
  readonly list: RefObject<HTMLUListElement>;
  /** The script runs: what is chosen here has an effect. */
  readonly isLive: boolean;
  /** J and K lead into the list from anywhere on the page; whoever speaks or types otherwise can switch it off. */
  readonly fromPage: boolean;
  readonly setFromPage: (on: boolean) => void;
}

/**
 * Works a list of rows by keyboard: J and K, or down and up, go from row to row, a digit chooses, X ticks, Enter
 * confirms. From elsewhere on the page J and K lead to the row that had the focus last, else to the first one. After a
 * confirmation the row that took the place of the confirmed one has the focus. Without script everything is reached by
 * Tab.
 */
export function useRowKeys(titles: readonly { readonly key: string }[]): RowKeys {
  const list = useRef<HTMLUListElement>(null);
  const confirmed = useRef<number | null>(null);
  const last = useRef(0);
  const [isLive, setIsLive] = useState(false);
  const [fromPage, setFromPage] = useState(true);
  useEffect(() => {
    setIsLive(true);
    setFromPage(localStorage.getItem(KEYS_PLACE) !== 'off');
  }, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const element = list.current;
      const target = event.target as HTMLElement;
      if (!element || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const rows = rowsOf(element);
      const at = rows.findIndex((row) => row.contains(target));
      if (at >= 0) {
        if (press(rows, at, event)) confirmed.current = at;
      } else if (fromPage && /^[jk]$/iu.test(event.key) && !target.matches(TEXT)) {
        event.preventDefault();
        focusRow(rows[Math.min(last.current, rows.length - 1)]);
      }
    };
    const onFocus = ({ target }: FocusEvent) => {
      const at = list.current ? rowsOf(list.current).findIndex((row) => row.contains(target as Node)) : -1;
      if (at >= 0) last.current = at;
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('focusin', onFocus);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('focusin', onFocus);
    };
  }, [fromPage]);
  const shown = titles.map(({ key }) => key).join('\n');
  useEffect(() => {
    if (confirmed.current === null || !list.current || shown === '') return;
    const rows = rowsOf(list.current);
    focusRow(rows[Math.min(confirmed.current, rows.length - 1)]);
    confirmed.current = null;
  }, [shown]);
  const choose = (on: boolean) => {
    localStorage.setItem(KEYS_PLACE, on ? 'on' : 'off');
    setFromPage(on);
  };
  return { list, isLive, fromPage, setFromPage: choose };
}

/** Does what a key asks for in the row at a place; whether it confirmed the row. */
function press(rows: readonly HTMLElement[], at: number, event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement;
  const row = rows[at];
  const key = event.key.toLowerCase();
  const step = STEPS[key];
  if (step) {
    event.preventDefault();
    focusRow(rows[at + step]);
    return false;
  }
  if (/^[1-9]$/u.test(key)) {
    const radio = row?.querySelectorAll<HTMLInputElement>('input[type=radio]')[Number(key) - 1];
    radio?.click();
    radio?.focus();
    return false;
  }
  if (key === 'x') row?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
  const button = row?.querySelector<HTMLButtonElement>('button[name=confirm]');
  if (key !== 'enter' || !button) return false;
  if (!target.matches('a, button')) {
    event.preventDefault();
    button.click();
  }
  return !target.matches('a');
}

const rowsOf = (list: HTMLElement) => [...list.querySelectorAll<HTMLElement>(ROW)];

function focusRow(row: HTMLElement | undefined): void {
  const chosen =
    row?.querySelector<HTMLElement>('input[type=radio]:checked') ?? row?.querySelector<HTMLElement>('a');
  chosen?.focus();
  row?.scrollIntoView({ block: 'nearest' });
}
