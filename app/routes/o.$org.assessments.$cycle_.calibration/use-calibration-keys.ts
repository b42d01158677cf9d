import { useNavigate } from '@remix-run/react';
import { type RefObject, useEffect, useState } from 'react';

interface Places {
  readonly previous: string | null;
  readonly next: string | null;
}

interface CalibrationKeys {
  /** The script runs: the switch has an effect. */
  readonly isLive: boolean;
  /** Single keys work; whoever speaks or types otherwise can switch them off. */
  readonly areOn: boolean;
  readonly setAreOn: (on: boolean) => void;
}

/** Where the choice is kept whether single keys work. */
const KEYS_PLACE = 'cadre-calibration-keys';
/** Controls in which a letter is text, or chooses something. */
const TEXT = 'textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=submit])';

/** Whether the key is meant for what is written: then only settling is taken. */
function isWriting(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TEXT) !== null;
}

/** Sends the decision where Ctrl+Enter says so. */
function settle(card: HTMLElement, event: KeyboardEvent): void {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  card.querySelector<HTMLFormElement>('.calibration-form')?.requestSubmit();
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
    const undo = 'form[data-undo]';
    const form = card.querySelector<HTMLFormElement>(undo) ?? document.querySelector<HTMLFormElement>(undo);
    form?.requestSubmit();
    return form !== null;
  }
  return false;
}

/** U sends the form, unless something is written or single keys are switched off. */
export function useUndoKey(form: RefObject<HTMLFormElement | null>, isTaken: boolean): void {
  useEffect(() => {
    if (!isTaken || localStorage.getItem(KEYS_PLACE) === 'off') return;
    const onKey = (event: KeyboardEvent) => {
      const isPlain = !(event.defaultPrevented || event.altKey || event.metaKey || event.ctrlKey);
      if (!isPlain || event.key.toLowerCase() !== 'u' || isWriting(event.target)) return;
      event.preventDefault();
      form.current?.requestSubmit();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [form, isTaken]);
}

/**
 * Keys of the calibration page: 0 to 4 choose the value, R goes to the reason, Ctrl+Enter settles, J and K go on and back,
 * U takes back the decision that is shown, else the one that was just made. Where something is written, and where single keys are switched off, only Ctrl+Enter and Escape, which
 * leaves the reason, are taken. Without script the page is a form.
 */
export function useCalibrationKeys(
  ref: RefObject<HTMLElement | null>,
  { previous, next }: Places,
): CalibrationKeys {
  const navigate = useNavigate();
  const [isLive, setIsLive] = useState(false);
  const [areOn, setAreOn] = useState(true);
  useEffect(() => {
    setIsLive(true);
    setAreOn(localStorage.getItem(KEYS_PLACE) !== 'off');
  }, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const card = ref.current;
      if (!card || event.defaultPrevented || event.altKey || event.metaKey) return;
      if (event.ctrlKey) {
        settle(card, event);
        return;
      }
      if (isWriting(event.target)) {
        if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur();
        return;
      }
      if (!areOn) return;
      const place = { j: next, k: previous }[event.key.toLowerCase()];
      if (place) {
        event.preventDefault();
        navigate(place, { preventScrollReset: true });
      } else if (obey(card, event)) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [ref, navigate, previous, next, areOn]);
  const choose = (on: boolean) => {
    localStorage.setItem(KEYS_PLACE, on ? 'on' : 'off');
    setAreOn(on);
  };
  return { isLive, areOn, setAreOn: choose };
}
