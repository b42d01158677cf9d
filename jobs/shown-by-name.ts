import path from 'node:path';
import { Conflict, Forbidden, InvalidInput, isCadreError, NotFound, Unavailable } from '~/shared/errors';

const KINDS = {
  'not-found': NotFound,
  forbidden: Forbidden,
  conflict: Conflict,
  'invalid-input': InvalidInput,
  unavailable: Unavailable,
} as const;

/** Words of the command line, and how the form calls the same. */
const OPTIONS = [
  [/\bwith --release, such as --release\b/g, 'in the field Release, such as'],
  [/--release\b/g, 'Release'],
  [/--replace\b/g, 'Replace'],
] as const;

/**
 * Runs work on a file that lies in a folder of this machine; what it tells of the file names it as the person does
 * who uploaded it, without that folder, and the form's fields instead of the command line's options.
 */
export async function shownByName<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const told = (text: string) =>
    OPTIONS.reduce(
      (words, [option, field]) => words.replace(option, field),
      text.replaceAll(folder + path.sep, ''),
    );
  try {
    return deep(await work(), told) as T;
  } catch (error) {
    if (!isCadreError(error)) throw error;
    const errors = error.errors.map(({ pointer, detail }) => ({
      pointer: told(pointer),
      detail: told(detail),
    }));
    throw new KINDS[error.kind](told(error.reason), errors);
  }
}

function deep(value: unknown, told: (text: string) => string): unknown {
  if (typeof value === 'string') return told(value);
  if (Array.isArray(value)) return value.map((item) => deep(item, told));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, deep(item, told)]));
}
