import type { OperationState } from '~/modules/organizations/domain/operation-state';
import type { ImportState } from './import-report';

const STATES: Readonly<Record<ImportState, string>> = {
  new: 'Not read yet',
  mapping: 'Columns wait to be named',
  planned: 'Preview',
  applied: 'Applied',
  undone: 'Taken back',
};

/** What became of a file that was not read to its end. */
const UNREAD: Readonly<Partial<Record<OperationState, string>>> = {
  running: 'Being read',
  failed: 'Could not be read',
  cancelled: 'Stopped before it was read',
};

/**
 * How far an import is, in words.
 * @param work how far the work is that reads it, or applies it; null: not known any more
 */
export function importStateWords(state: ImportState, work: OperationState | null): string {
  return (state === 'new' && work !== null && UNREAD[work]) || STATES[state];
}
