import { type RefObject, useEffect, useRef } from 'react';

const ROW = '.mapping-row';

/**
 * Works a list of rows by keyboard: up and down go from row to row, a digit chooses, X ticks, Enter confirms. After a
 * confirmation the row that took the place of the confirmed one has the focus. Without script everything is reached by
 * Tab.
 */
export function useRowKeys(titles: readonly { readonly key: string }[]): RefObject<HTMLUListElement> {
  const list = useRef<HTMLUListElement>(null);
  const confirmed = useRef<number | null>(null);
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const onKey = (event: KeyboardEvent) => {
      const place = press(element, event);
      if (place !== null) confirmed.current = place;
    };
    element.addEventListener('keydown', onKey);
    return () => element.removeEventListener('keydown', onKey);
  }, []);
  const shown = titles.map(({ key }) => key).join('\n');
  useEffect(() => {
    if (confirmed.current === null || !list.current || shown === '') return;
    const rows = rowsOf(list.current);
    focusRow(rows[Math.min(confirmed.current, rows.length - 1)]);
    confirmed.current = null;
  }, [shown]);
  return list;
}

/** Does what a key asks for; the place of the row that it confirmed, else null. */
function press(list: HTMLElement, event: KeyboardEvent): number | null {
  const target = event.target as HTMLElement;
  const row = target.closest<HTMLElement>(ROW);
  if (!row || event.ctrlKey || event.metaKey || event.altKey) return null;
  const rows = rowsOf(list);
  const at = rows.indexOf(row);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    focusRow(rows[at + step]);
    return null;
  }
  if (/^[1-9]$/u.test(event.key)) {
    const radio = row.querySelectorAll<HTMLInputElement>('input[type=radio]')[Number(event.key) - 1];
    radio?.click();
    radio?.focus();
    return null;
  }
  if (event.key.toLowerCase() === 'x') row.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
  const isControl = target.matches('a, button');
  const button = row.querySelector<HTMLButtonElement>('button[name=confirm]');
  if (event.key !== 'Enter' || !button) return null;
  if (!isControl) {
    event.preventDefault();
    button.click();
  }
  return target.matches('a') ? null : at;
}

const rowsOf = (list: HTMLElement) => [...list.querySelectorAll<HTMLElement>(ROW)];

function focusRow(row: HTMLElement | undefined): void {
  const chosen =
    row?.querySelector<HTMLElement>('input[type=radio]:checked') ?? row?.querySelector<HTMLElement>('a');
  chosen?.focus();
  row?.scrollIntoView({ block: 'nearest' });
}
