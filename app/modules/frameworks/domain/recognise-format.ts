import { TELLING_COLUMNS } from './csv/framework-columns';

export type FrameworkFormat = 'ler_json' | 'exchange_text' | 'framework_csv';

export type RecognisedFormat =
  | { readonly format: FrameworkFormat }
  | { readonly format: 'unknown'; readonly reason: string };

/** The first bytes of these kinds of files, so that the refusal can name them. */
const MAGIC: readonly (readonly [string, string])[] = [
  ['PK\u0003\u0004', 'This is a ZIP archive or an office document'],
  ['%PDF-', 'This is a PDF file'],
  ['\u00ff\u00fe', 'This is UTF-16 text'],
  ['\u00fe\u00ff', 'This is UTF-16 text'],
];
/** What is looked at of a text that is given whole. */
const MAX_HEAD_CHARS = 64 * 1024;
const EXPECTED =
  'a LER.me JSON export, the page text of a National Skills Exchange framework or a framework CSV is expected';
const PAGE_LINE = /^[ \t\u00a0]*SOC \d{2}-\d{4}\.\d{2}\s*(?:Job Zone|v\.)/mu;
const LER_VERSION = /"schemaVersion"\s*:/u;
const LER_PARTS = /"(?:occupation|framework|exportedAt)"\s*:/u;

function unknown(what: string): RecognisedFormat {
  return { format: 'unknown', reason: `${what}; ${EXPECTED}.` };
}

/** Whether the first line names the columns of a framework file, in any order. */
function isFrameworkCsv(head: string): boolean {
  const names = (head.split(/[\r\n]/u, 1)[0] ?? '')
    .split(/[,;\t]/u)
    .map((name) => name.trim().replace(/^"|"$/gu, '').toLowerCase());
  return TELLING_COLUMNS.every((column) => names.includes(column));
}

function recogniseText(text: string): RecognisedFormat {
  const head = text
    .slice(0, MAX_HEAD_CHARS)
    .replace(/^\ufeff/u, '')
    .trimStart();
  if (head === '') return unknown('The file is empty');
  if (head.includes('\u0000')) return unknown('This is a binary file, not text');
  if (head.startsWith('{')) {
    if (LER_VERSION.test(head) && LER_PARTS.test(head)) return { format: 'ler_json' };
    return unknown('This is JSON, but not a LER.me export: it lacks schemaVersion, occupation or framework');
  }
  if (head.startsWith('[')) return unknown('This is a JSON list');
  if (head.startsWith('<')) return unknown('This is HTML or XML');
  if (isFrameworkCsv(head)) return { format: 'framework_csv' };
  if (PAGE_LINE.test(head)) return { format: 'exchange_text' };
  return unknown(
    'This is no framework: no exchange page (a line "SOC nn-nnnn.nn" with job zone and version), no LER JSON and no CSV with the columns instrument, version, level and behaviour',
  );
}

/**
 * The format of a framework file by its content, never by its name.
 * @param head The beginning of the file (a few kilobytes, which may end inside a character) or all of it.
 * @returns The format, or `unknown` with a sentence for the person who chose the file. Never throws.
 */
export function recogniseFormat(head: Uint8Array | string): RecognisedFormat {
  if (typeof head === 'string') return recogniseText(head);
  const first = String.fromCharCode(...head.subarray(0, 8));
  const magic = MAGIC.find(([start]) => first.startsWith(start));
  if (magic) return unknown(magic[1]);
  if (head.includes(0)) return unknown('This is a binary file, not text');
  try {
    return recogniseText(new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true }));
  } catch {
    return unknown('This is not UTF-8 text');
  }
}
