import { readForm } from '~/http/read-form.server';
import { readTargetDay } from '~/modules/people/domain/target-day';
import { type CsvTable, readCsv } from '~/shared/csv';
import { InvalidInput } from '~/shared/errors';
import { readTableFile } from '~/shared/read-table-file';
import { csvLine } from '~/shared/write-csv';

export interface TargetsForm {
  readonly intent: 'preview' | 'apply';
  readonly from: string;
  readonly table: CsvTable;
  /** The table as text, for the form that applies it. */
  readonly text: string;
  /** What the profiles were when they were previewed; empty before. */
  readonly revision: string;
}

const FIELDS: readonly string[] = ['intent', 'from', 'file', 'name', 'rows', 'revision'];
const LONGEST_NAME = 120;
/** Characters of a table that goes through the form again. */
const MOST_TEXT = 900_000;

/** A file to look at, or the rows of one that was looked at. Throws InvalidInput. */
export async function readTargetsForm(request: Request): Promise<TargetsForm> {
  const form = await readForm(request);
  const names = [...form.keys()];
  if (names.some((name, index) => !FIELDS.includes(name) || names.indexOf(name) !== index))
    throw unreadable();
  const text = (name: string) => String(form.get(name) ?? '');
  const intent = text('intent');
  if (intent === 'apply') {
    const rows = text('rows').replaceAll('\r\n', '\n');
    const revision = text('revision');
    if (rows === '' || !/^[0-9a-f]{16}$/.test(revision)) throw unreadable();
    const table = readCsv(rows, text('name').slice(0, LONGEST_NAME) || 'file');
    return { intent, from: readTargetDay(text('from')), table, text: rows, revision };
  }
  if (intent !== 'preview') throw unreadable();
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0)
    throw new InvalidInput('No file was chosen, or it is empty.');
  const name =
    (file.name.split(/[\\/]/).at(-1) ?? '').replace(/\p{Cc}/gu, '').slice(0, LONGEST_NAME) || 'file';
  const table = await readTableFile(new Uint8Array(await file.arrayBuffer()), name);
  return { intent, from: readTargetDay(text('from')), table, text: textOf(table), revision: '' };
}

function textOf({ header, rows }: CsvTable): string {
  const text = [header, ...rows.map(({ values }) => values)].map((row) => csvLine([...row])).join('\n');
  if (text.length <= MOST_TEXT) return text;
  throw new InvalidInput(
    'The file is too large for this page. Split it, or use the command line: cadre import FILE --org SLUG.',
  );
}

function unreadable(): InvalidInput {
  return new InvalidInput('The form could not be read. Open the page again and send it once more.');
}
