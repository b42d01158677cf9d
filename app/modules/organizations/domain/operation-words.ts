import type { Operation } from './operation';
import type { OperationState } from './operation-state';

/** What each kind of long task does, as the title of its page. */
const KINDS: Readonly<Record<string, string>> = {
  'import-source': 'Import into the catalogue',
  'import-file': 'Import of a file',
  'erase-person': 'Erasure of a person',
  'change-people': 'Change of people',
  'confirm-mappings': 'Confirming mappings',
  'open-cycle': 'Opening of a cycle',
};

/** The title of an operation's page. */
export function operationTitle(kind: string): string {
  return KINDS[kind] ?? 'A task in the background';
}

/** A page below the organization's address. */
export interface PageLink {
  readonly label: string;
  readonly path: string;
}

const AGAIN: Readonly<Record<string, PageLink>> = {
  'import-source': { label: 'Try another file', path: 'settings/catalogue' },
  'import-file': { label: 'Try another file', path: 'imports' },
};

/** Where a task of this kind that failed can be asked for anew; null where no page does that. */
export function againLink(kind: string): PageLink | null {
  return AGAIN[kind] ?? null;
}

const STATES: Readonly<Record<OperationState, string>> = {
  queued: 'Waiting for the worker',
  running: 'Running',
  done: 'Done',
  failed: 'Failed',
  cancelled: 'Stopped',
};

/** Its state in words. */
export function operationStateWords({ state, cancelling }: Pick<Operation, 'state' | 'cancelling'>): string {
  return cancelling ? 'Stopping' : STATES[state];
}

/** What the page of an operation can show of a result; the rest is for programs. */
export interface ShownResult {
  readonly summary: readonly string[];
  readonly link: PageLink | null;
}

/** The part of a result that is written for people; nothing of a result that has none. */
export function shownResult(result: unknown): ShownResult {
  const { summary, link } = (result ?? {}) as { readonly summary?: unknown; readonly link?: unknown };
  const { label, path } = (link ?? {}) as { readonly label?: unknown; readonly path?: unknown };
  const lines = Array.isArray(summary) ? summary.filter((line) => typeof line === 'string') : [];
  const isLink = typeof label === 'string' && typeof path === 'string' && /^[a-z][\w./-]*$/.test(path);
  return { summary: lines, link: isLink ? { label, path } : null };
}
