import { useNavigationType, useSubmit } from '@remix-run/react';
import { type FormEvent, type RefObject, useEffect, useRef } from 'react';
import type { ListState } from './list-state';

/** Milliseconds without a key before the search is sent. */
const PAUSE = 200;

interface SearchAsYouType {
  readonly form: RefObject<HTMLFormElement>;
  /** For the search field: sends the form when the typing pauses. */
  readonly searchSoon: (event: FormEvent) => void;
  /** For the other controls: sends the form at once. */
  readonly searchNow: () => void;
  /** For the form itself, sent by its button or the enter key: what would be sent soon is not sent again. */
  readonly sent: () => void;
}

/**
 * Sends the form while it is filled in; the focus and the text stay as they are. Where a link or the history changes
 * the address, the controls follow.
 */
export function useSearchAsYouType(state: Omit<ListState, 'cursor'>): SearchAsYouType {
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const submit = useSubmit();
  const wentBack = useNavigationType() === 'POP';
  const { query, zone, group, evidence, framework } = state;
  useEffect(() => () => clearTimeout(timer.current), []);
  const arrived = useRef(false);
  useEffect(() => {
    // What was typed before the script had loaded stays.
    if (form.current && arrived.current)
      setControls(form.current, { query, zone, group, evidence, framework }, wentBack);
    arrived.current = true;
  }, [wentBack, query, zone, group, evidence, framework]);
  const send = () => {
    clearTimeout(timer.current);
    if (form.current) submit(form.current, { replace: true, preventScrollReset: true });
  };
  return {
    form,
    searchSoon: (event) => {
      event.stopPropagation();
      clearTimeout(timer.current);
      timer.current = setTimeout(send, PAUSE);
    },
    searchNow: send,
    sent: () => clearTimeout(timer.current),
  };
}

/** Text that is being typed stays, unless the reader went back. */
function setControls(form: HTMLFormElement, state: Omit<ListState, 'cursor'>, wentBack: boolean): void {
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && control.type === 'checkbox') {
      control.checked = state[control.name as 'evidence' | 'framework'];
    } else if (control instanceof HTMLInputElement && (wentBack || control !== document.activeElement)) {
      control.value = state.query;
    } else if (control instanceof HTMLSelectElement) {
      control.value = String(state[control.name as 'zone' | 'group'] ?? '');
    }
  }
}
