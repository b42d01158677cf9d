/** Kinds of CSV that are imported (api.md, CSV columns). */
export type CsvKind = 'employees' | 'assessments' | 'targets' | 'positions';

export type RecognisedCsv =
  | { readonly kind: CsvKind }
  /** reason: null where the file does not look like a CSV at all. */
  | { readonly kind: 'unknown'; readonly reason: string | null };

/** Columns that tell a kind, the more telling ones first. */
const TELLING: readonly (readonly [CsvKind, readonly string[]])[] = [
  ['assessments', ['employee_external_id', 'rater', 'assessed_on']],
  ['employees', ['external_id', 'name']],
  ['targets', ['occupation', 'role_band', 'dimension', 'level']],
  ['positions', ['external_id', 'title', 'team']],
];
const EXPECTED =
  'the columns of employees (external_id, name), assessments (employee_external_id, rater, assessed_on), targets ' +
  '(occupation, role_band, dimension, level), positions (external_id, title, team) or a framework (instrument, version, level, behaviour) are expected, and ' +
  'docs/csv.md lists them all';

function firstLine(head: Uint8Array): string {
  const text = new TextDecoder('utf-8').decode(head).replace(/^\ufeff/u, '');
  return text.trimStart().split(/[\r\n]/u, 1)[0] ?? '';
}

/** The kind of CSV by the names in its first line, in any order. Never throws. */
export function recogniseCsv(head: Uint8Array): RecognisedCsv {
  const names = firstLine(head)
    .split(/[,;\t]/u)
    .map((name) => name.trim().replace(/^"|"$/gu, '').toLowerCase());
  const found = TELLING.find(([, columns]) => columns.every((column) => names.includes(column)));
  if (found) return { kind: found[0] };
  const looksLikeOne = names.length > 1 && names.every((name) => /^[a-z_][a-z0-9_ ]{0,60}$/u.test(name));
  const reason = looksLikeOne
    ? `This CSV has the columns ${names.slice(0, 12).join(', ')}; ${EXPECTED}.`
    : null;
  return { kind: 'unknown', reason };
}
