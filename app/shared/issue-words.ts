import type { z } from 'zod';
import type { FieldError } from './errors';
import { jsonPointer } from './json-pointer';

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};
const FORMATS: Readonly<Record<string, string>> = {
  uuid: 'is no id',
  guid: 'is no id',
  date: 'is no calendar day written as YYYY-MM-DD',
  datetime: 'is no moment written as in ISO 8601',
  email: 'is no e-mail address',
  url: 'is no address',
};

/** What a schema says where nobody wrote a sentence of its own for it. */
const BARE = /^(Invalid|Too (big|small))\b/;

/** What is wrong with a value, in words that follow its name: "is needed", "must be a number", "must be one of a, b". */
export function issueWords(issue: z.core.$ZodIssue): string {
  if (!BARE.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      if (issue.message.endsWith('received undefined')) return 'is needed';
      return `must be ${KINDS[issue.expected] ?? `of the kind ${issue.expected}`}`;
    case 'invalid_value':
      if (issue.values.length === 1) return `must be ${String(issue.values[0])}`;
      return oneOf(issue.values);
    case 'too_small':
      return bound(issue, 'at least', issue.minimum);
    case 'too_big':
      return bound(issue, 'at most', issue.maximum);
    case 'invalid_format':
      return FORMATS[issue.format] ?? 'is not written as it should be';
    case 'invalid_union':
      return unionWords(issue) ?? NOTHING;
    default:
      return NOTHING;
  }
}

const NOTHING = 'is nothing that is taken here';

/** What may stand where one of several is taken; null where that is no list of values or kinds. */
function unionWords(issue: z.core.$ZodIssueInvalidUnion): string | null {
  const named = 'options' in issue ? issue.options : null;
  if (Array.isArray(named)) return oneOf(named);
  const faults = issue.errors.flat();
  if (faults.length === 0 || faults.some(({ path }) => path.length > 0)) return null;
  const values = faults.flatMap((fault) => (fault.code === 'invalid_value' ? fault.values : []));
  const kinds = faults.flatMap((fault) =>
    fault.code === 'invalid_type' ? (KINDS[fault.expected] ?? []) : [],
  );
  if (kinds.length === 0 && values.length === faults.length) return oneOf(values);
  if (values.length === 0 && kinds.length === faults.length) return `must be ${kinds.join(' or ')}`;
  return null;
}

function oneOf(values: readonly unknown[]): string {
  return `must be one of ${values.map(String).join(', ')}`;
}

/** The faults of an issue in a document; `at`: where its value stands. An unknown name is pointed at itself, not at what holds it. */
export function issueFaults(issue: z.core.$ZodIssue, at: readonly PropertyKey[] = []): FieldError[] {
  const path = [...at, ...issue.path];
  if (issue.code !== 'unrecognized_keys') return [{ pointer: jsonPointer(path), detail: issueWords(issue) }];
  return issue.keys.map((name) => ({ pointer: jsonPointer([...path, name]), detail: 'is not known here' }));
}

interface Bound {
  readonly origin: string;
  /** The bound itself is taken. */
  readonly inclusive?: boolean | undefined;
  readonly exact?: boolean | undefined;
}

function bound(
  { origin, inclusive = true, exact = false }: Bound,
  least: string,
  value: number | bigint,
): string {
  const beyond = least === 'at least' ? 'more than' : 'less than';
  const side = exact ? 'exactly' : inclusive ? least : beyond;
  if (origin === 'string') return `must have ${side} ${value} ${value === 1 ? 'character' : 'characters'}`;
  if (origin === 'array' || origin === 'set')
    return `must have ${side} ${value} ${value === 1 ? 'entry' : 'entries'}`;
  return `must be ${side} ${value}`;
}
