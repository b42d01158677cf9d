import { type TableColumns, tableColumnsSchema } from '~/modules/people/domain/imports/table-columns';
import { InvalidInput } from '~/shared/errors';
import { readTableForm, type TableForm } from './read-table-form.server';
import type { BodyStage } from './tenant-route.server';

/** What a page that takes a table in is asked to do. */
export interface NamedTableForm extends Pick<TableForm, 'uploadId' | 'table'> {
  /** look: say what it would do; columns: ask what is what; whole: only as a whole; good: rows without a fault. */
  readonly intent: 'look' | 'columns' | 'whole' | 'good';
  /** Columns that were named with this form. */
  readonly columns: TableColumns | null;
}

const MAX_BYTES = 16 * 1024 * 1024;
const INTENTS = ['columns', 'whole', 'good'] as const;

/** A form with a file is looked at; those that follow name the stored file. Throws InvalidInput. */
export async function readNamedTableForm(request: Request, stage: BodyStage): Promise<NamedTableForm> {
  const { fields, uploadId, table, isNew } = await readTableForm(request, stage, { maxBytes: MAX_BYTES });
  if (isNew) return { uploadId, table, intent: 'look', columns: null };
  const { intent, ...others } = fields;
  if (intent === 'name_columns') return { uploadId, table, intent: 'look', columns: readColumns(others) };
  const known = INTENTS.find((one) => one === intent);
  if (!known || Object.keys(others).length > 0) throw unreadable();
  return { uploadId, table, intent: known, columns: null };
}

/** Columns by field, of the fields `column_...` of a form; a field without a column is left out. Throws InvalidInput. */
export function readColumns(fields: Readonly<Record<string, string>>): TableColumns {
  const named = Object.entries(fields).map(([name, place]) => {
    const field = /^column_([a-z_]{1,40})$/.exec(name)?.[1];
    if (field === undefined || !/^\d{0,5}$/.test(place)) throw unreadable();
    return [field, place] as const;
  });
  const given = named.filter(([, place]) => place !== '').map(([field, place]) => [field, Number(place)]);
  const columns = tableColumnsSchema.safeParse(Object.fromEntries(given));
  if (!columns.success) throw unreadable();
  return columns.data;
}

function unreadable(): InvalidInput {
  return new InvalidInput('The form could not be read. Choose the file again.');
}
