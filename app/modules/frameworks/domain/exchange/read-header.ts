import { MAX_CONTEXT_CHARS, MAX_NAME_CHARS } from '../framework-limits';
import { textFault } from '../text-fault';
import type { LineCursor } from './line-cursor';

/** Code, job zone with its name, and version run together: "SOC 33-9032.00Job Zone 2 · Some Preparationv.26.05". */
const SOC_LINE = /^SOC (\d{2}-\d{4}\.\d{2})\s*(?:Job Zone ([1-5])\b.*?)?(v\.\d{2}\.\d{2})$/u;
const SOC_START = /^SOC \d{2}-/u;
const CONTEXT = /^Context covered:?\s*(.*)$/u;
/** Lines of navigation that may stand above the title. */
const MOST_NAVIGATION = 20;

export interface ExchangeHeader {
  readonly soc: string;
  readonly title: string;
  readonly jobZone: number | null;
  readonly version: string;
  readonly contextCovered: string;
}

/**
 * Takes the top of the page: navigation, title, code with job zone and version, context covered.
 * The title is the line above the code.
 */
export function readHeader(cursor: LineCursor): ExchangeHeader {
  const expected = 'The line "SOC nn-nnnn.nn" with job zone and version';
  const { line, skipped } = cursor.find((text) => SOC_START.test(text), { expected, most: MOST_NAVIGATION });
  const found = SOC_LINE.exec(line.text);
  if (!found) return cursor.refuse('Code, job zone or version cannot be read.', line);
  const title = skipped.at(-1);
  if (!title) return cursor.refuse('The title of the occupation is missing above this line.', line);
  const titleFault = textFault(title.text, MAX_NAME_CHARS);
  if (titleFault) cursor.refuse(titleFault, title);
  const [, soc = '', zone, version = ''] = found;
  const jobZone = zone === undefined ? null : Number(zone);
  return { soc, title: title.text, jobZone, version, contextCovered: readContext(cursor) };
}

function readContext(cursor: LineCursor): string {
  const line = cursor.next('"Context covered"');
  const found = CONTEXT.exec(line.text);
  if (!found) return cursor.refuse('"Context covered" is expected here.', line);
  const text = found[1] || cursor.next('the context covered').text;
  if (text.length > MAX_CONTEXT_CHARS) cursor.refuse('The context covered is too long.', line);
  return text;
}
