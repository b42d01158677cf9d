import type { ImportState } from './import-report';

const STATES: Readonly<Record<ImportState, string>> = {
  new: 'Not read yet',
  mapping: 'Columns wait to be named',
  planned: 'Preview',
  applied: 'Applied',
  undone: 'Taken back',
};

/** How far an import is, in words. */
export function importStateWords(state: ImportState): string {
  return STATES[state];
}
