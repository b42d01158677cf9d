import { InvalidInput } from '~/shared/errors';
import { MAX_FRAMEWORK_BYTES } from '../framework-limits';
import { findJsonFault } from './json-scanner';

function place(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/**
 * A JSON text as its value, exactly as JSON.parse gives it.
 * @throws InvalidInput for a text above the size limit, or with a fault of `findJsonFault`; broken JSON is
 * placed as `file:line:column`, everything else by JSON pointer.
 */
export function readStrictJson(text: string, file: string): unknown {
  if (text.length > MAX_FRAMEWORK_BYTES) {
    const detail = `The file has more than ${MAX_FRAMEWORK_BYTES / 1024 / 1024} MiB.`;
    throw new InvalidInput(`${file} cannot be read: ${detail}`, [{ pointer: file, detail }]);
  }
  const json = text.replace(/^\ufeff/u, '');
  const fault = findJsonFault(json);
  if (!fault) return JSON.parse(json) as unknown;
  const { line, column } = place(json, fault.offset);
  const where = `line ${line}, column ${column} (character ${fault.offset + 1})`;
  const pointer = fault.pointer === null ? `${file}:${line}:${column}` : `${file}:${fault.pointer}`;
  throw new InvalidInput(`${file} cannot be read at ${where}: ${fault.detail}`, [
    { pointer, detail: fault.pointer === null ? `At ${where}: ${fault.detail}` : fault.detail },
  ]);
}
