import { useNavigate } from '@remix-run/react';
import { type RefObject, useEffect } from 'react';

interface Places {
  readonly previous: string | null;
  readonly next: string | null;
}

/** Whether the key is meant for what is written: then only settling is taken. */
function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** Does what a key says to the form of the case; false: nothing. */
function obey(card: HTMLElement, event: KeyboardEvent): boolean {
  if (/^[0-4]$/u.test(event.key)) {
    const choice = card.querySelector<HTMLInputElement>(`input[name="level"][value="${event.key}"]`);
    if (!choice) return false;
    choice.checked = true;
    choice.focus();
    return true;
  }
  if (event.key.toLowerCase() === 'r') {
    const reason = card.querySelector<HTMLTextAreaElement>('textarea[name="reason"]');
    reason?.focus();
    return reason !== null;
  }
  if (event.key.toLowerCase() === 'u') {
    const form = card.querySelector<HTMLFormElement>('form[data-undo]');
    form?.requestSubmit();
    return form !== null;
  }
  return false;
}

/**
 * Keys of the calibration page: 0 to 4 choose the value, R goes to the reason, Ctrl+Enter settles, J and K go on and back,
 * U takes back. In the reason only Ctrl+Enter and Escape, which leaves it, are taken. Without script the page is a form.
 */
export function useCalibrationKeys(ref: RefObject<HTMLElement | null>, { previous, next }: Places): void {
  const navigate = useNavigate();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const card = ref.current;
      if (!card || event.defaultPrevented || event.altKey || event.metaKey) return;
      if (event.ctrlKey) {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        card.querySelector<HTMLFormElement>('.calibration-form')?.requestSubmit();
        return;
      }
      if (isWriting(event.target)) {
        if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur();
        return;
      }
      const place = { j: next, k: previous }[event.key.toLowerCase()];
      if (place) {
        event.preventDefault();
        navigate(place, { preventScrollReset: true });
      } else if (obey(card, event)) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [ref, navigate, previous, next]);
}
