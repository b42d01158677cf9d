import { type RefObject, useEffect, useRef } from 'react';
import { type RatingKey, ratingKey } from '../domain/rating-keys';

interface KeysOfPage {
  readonly grid: RefObject<HTMLElement>;
  /** Off where the rater switched keys off. */
  readonly isOn: boolean;
  readonly obey: (key: RatingKey) => void;
}

/**
 * Lets keys of the grid act in its marked cell while nothing on the page has the focus, as after it was opened. Submitting
 * is left out: it asks for a cell that has the focus.
 */
export function useKeysOfPage({ grid, isOn, obey }: KeysOfPage): void {
  const latest = useRef(obey);
  latest.current = obey;
  useEffect(() => {
    if (!isOn) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target !== document.body || !isShown(grid.current)) return;
      const key = ratingKey(event.key);
      if (!key || key.does === 'submit') return;
      event.preventDefault();
      latest.current(key);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [grid, isOn]);
}

const isShown = (element: HTMLElement | null) => element !== null && element.offsetParent !== null;
