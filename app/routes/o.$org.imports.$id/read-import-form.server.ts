import { readFields } from '~/http/read-fields.server';
import { EMPLOYEE_FIELDS } from '~/modules/people/domain/imports/employee-fields';
import {
  type FieldColumns,
  type ImportLayout,
  importLayoutSchema,
} from '~/modules/people/domain/imports/import-layout';
import { InvalidInput } from '~/shared/errors';

export type ImportForm =
  | { readonly intent: 'columns'; readonly layout: ImportLayout }
  | { readonly intent: 'apply' | 'apply_whole' | 'cancel' | 'undo' };

const INTENTS = ['apply', 'apply_whole', 'cancel', 'undo'] as const;
const columnOf = (field: string) => `column_${field}` as const;
const NAMES = ['intent', 'days', 'everybody', ...EMPLOYEE_FIELDS.map(columnOf)];

/** What the page of an import is asked to do. Throws InvalidInput. */
export async function readImportForm(request: Request): Promise<ImportForm> {
  const { one } = await readFields(request, { single: NAMES });
  if (one['intent'] === 'columns') return { intent: 'columns', layout: layoutOf(one) };
  const intent = INTENTS.find((known) => known === one['intent']);
  if (!intent) throw unreadable();
  return { intent };
}

function layoutOf(one: Readonly<Record<string, string>>): ImportLayout {
  const columns: FieldColumns = {};
  for (const field of EMPLOYEE_FIELDS) {
    const place = one[columnOf(field)] ?? '';
    if (place === '') continue;
    if (!/^\d{1,5}$/.test(place)) throw unreadable();
    columns[field] = Number(place);
  }
  const layout = importLayoutSchema.safeParse({
    columns,
    days: one['days'],
    everybody: one['everybody'] === 'yes',
  });
  if (!layout.success) throw unreadable();
  return layout.data;
}

function unreadable(): InvalidInput {
  return new InvalidInput('The form could not be read. Open the page again and send it once more.');
}
