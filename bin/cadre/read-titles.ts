import { CsvError, parse } from 'csv-parse/sync';
import { LONGEST_TITLE } from '~/modules/occupations/domain/titles/title-match-schemas';
import { InvalidInput } from '~/shared/errors';
import { restoreFormula } from '~/shared/formula-cell';
import { readUtf8Lines, type TextLine } from './read-utf8-lines';

/** Characters of one CSV record; its quotes are counted anew with each of its lines. */
const LONGEST_RECORD = 64 * 1024;
const HEADER = /^\s*"?title"?\s*(,|$)/i;

/**
 * The titles of a file, one at a time: one a line, or a column of a CSV. It is a CSV when its name ends with .csv or
 * its first line begins with a column `title`; then the column `title` counts, else the first. Empty ones are passed
 * over. Throws InvalidInput with `place:line` for what is no text, broken quotes and titles that are too long.
 */
export async function* readTitles(bytes: AsyncIterable<Uint8Array>, place: string): AsyncGenerator<string> {
  const lines = readUtf8Lines(bytes, place);
  const first = await lines.next();
  if (first.done) return;
  const isCsv = /\.csv$/i.test(place) || HEADER.test(first.value.text);
  const read = isCsv ? readColumn(again(first.value, lines), place) : again(first.value, lines);
  for await (const { line, text } of read) {
    const title = text.trim();
    if (title.length > LONGEST_TITLE)
      throw refusal(place, line, `A title has at most ${LONGEST_TITLE} characters.`);
    if (title !== '') yield title;
  }
}

async function* again(first: TextLine, rest: AsyncIterable<TextLine>): AsyncGenerator<TextLine> {
  yield first;
  yield* rest;
}

/** The cells of one column below the header, with the line on which their record begins. */
async function* readColumn(lines: AsyncIterable<TextLine>, place: string): AsyncGenerator<TextLine> {
  let column: number | undefined;
  for await (const { line, text } of records(lines, place)) {
    const cells = cellsOf(text);
    if (!cells) throw refusal(place, line, BROKEN_QUOTES);
    if (column !== undefined) yield { line, text: restoreFormula(cells[column] ?? '') };
    column ??= Math.max(
      0,
      cells.findIndex((name) => name.trim().toLowerCase() === 'title'),
    );
  }
}

const BROKEN_QUOTES =
  'The quotes of this row are broken: a cell with a quote in it is enclosed in quotes and doubles it.';

/** Lines put together to records: a record goes on while its number of quotes is odd. */
async function* records(lines: AsyncIterable<TextLine>, place: string): AsyncGenerator<TextLine> {
  let open: TextLine | null = null;
  for await (const { line, text } of lines) {
    const record: TextLine = open ? { line: open.line, text: `${open.text}\n${text}` } : { line, text };
    if (record.text.length > LONGEST_RECORD) throw refusal(place, record.line, BROKEN_QUOTES);
    open = quotes(record.text) % 2 === 1 ? record : null;
    if (!open && record.text !== '') yield record;
  }
  if (open) throw refusal(place, open.line, 'From here on a quoted cell is opened and never closed.');
}

const quotes = (text: string) => text.split('"').length - 1;

/** The cells of one record; null for broken quotes. */
function cellsOf(record: string): readonly string[] | null {
  try {
    const [cells] = parse(record, { relax_column_count: true, record_delimiter: '\n' }) as string[][];
    return cells ?? [];
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

function refusal(place: string, line: number, detail: string): InvalidInput {
  return new InvalidInput(`${place} was not read to its end.`, [{ pointer: `${place}:${line}`, detail }]);
}
