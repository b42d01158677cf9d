import type { z } from 'zod';
import { type FieldError, InvalidInput } from '~/shared/errors';
import { jsonPointer } from '~/shared/json-pointer';
import { MAX_LISTED_FAULTS } from '../framework-limits';

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  let value = raw;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.getOwnPropertyDescriptor(value, key)?.value as unknown;
  }
  return value;
}

function describe(issue: z.core.$ZodIssue, raw: unknown): string {
  if (issue.code === 'invalid_union') {
    const inner = issue.errors.flat().find((candidate) => candidate.code === 'custom');
    return inner?.message ?? 'A text is expected.';
  }
  if (issue.code === 'invalid_type') {
    const words = KINDS[issue.expected] ?? issue.expected;
    const missing = valueAt(raw, issue.path) === undefined;
    return missing ? `Missing; ${words} is expected.` : `Not what is expected here: ${words}.`;
  }
  if (issue.code === 'too_small' && issue.origin === 'int') return `At least ${issue.minimum} is expected.`;
  if (issue.code === 'too_big' && issue.origin === 'int') return `At most ${issue.maximum} is expected.`;
  return issue.message;
}

/** The faults of a LER.me export as one refusal that names each place by JSON pointer. */
export function lerRefusal(issues: readonly z.core.$ZodIssue[], raw: unknown, file: string): InvalidInput {
  const errors: FieldError[] = issues.slice(0, MAX_LISTED_FAULTS).map((issue) => ({
    pointer: `${file}:${jsonPointer(issue.path)}`,
    detail: describe(issue, raw),
  }));
  const first = errors[0];
  const more = issues.length > 1 ? ` (${issues.length - 1} more)` : '';
  return new InvalidInput(`${file} cannot be taken over: ${first?.pointer} ${first?.detail}${more}`, errors);
}
