import { readFields } from '~/http/read-fields.server';
import { readColumns } from '~/http/read-named-table-form.server';
import { RATING_FIELDS } from '~/modules/assessments/domain/rating-fields';
import type { NamedColumns } from '~/modules/people/commands/imports/name-columns';
import { EMPLOYEE_FIELDS } from '~/modules/people/domain/imports/employee-fields';
import {
  type FieldColumns,
  type ImportLayout,
  importLayoutSchema,
} from '~/modules/people/domain/imports/import-layout';
import type { TableColumns } from '~/modules/people/domain/imports/table-columns';
import { type ChosenWord, FIELD_WORDS } from '~/modules/people/domain/imports/word-fields';
import { chosenWordSchema } from '~/modules/people/domain/imports/word-meanings';
import { AS_EMPTY, UNKNOWN } from '~/modules/people/ui/imports/word-selects';
import { InvalidInput } from '~/shared/errors';

export type ImportForm =
  | { readonly intent: 'columns'; readonly layout: NamedColumns }
  | { readonly intent: 'name_columns'; readonly columns: TableColumns }
  | { readonly intent: 'words'; readonly words: readonly ChosenWord[] }
  | { readonly intent: 'apply' | 'apply_whole' | 'cancel' | 'undo'; readonly preview: string | null };

const INTENTS = ['apply', 'apply_whole', 'cancel', 'undo'] as const;
/** Far more than a page offers. */
const MOST_WORDS = 400;
const columnOf = (field: string) => `column_${field}` as const;
const FIELDS = [...EMPLOYEE_FIELDS, ...RATING_FIELDS.map(({ field }) => field)];
const NAMES = ['intent', 'preview', 'days', 'everybody', ...new Set(FIELDS.map(columnOf))];

/** What the page of an import is asked to do. Throws InvalidInput. */
export async function readImportForm(request: Request): Promise<ImportForm> {
  const { one, many } = await readFields(request, { single: NAMES, several: ['word'] });
  const words = many.word.slice(0, MOST_WORDS).map(wordOf);
  if (one['intent'] === 'columns') return { intent: 'columns', layout: { ...layoutOf(one), chosen: words } };
  if (one['intent'] === 'words') return { intent: 'words', words };
  if (one['intent'] === 'name_columns') {
    const given = RATING_FIELDS.map(({ field }) => [columnOf(field), one[columnOf(field)] ?? ''] as const);
    return { intent: 'name_columns', columns: readColumns(Object.fromEntries(given)) };
  }
  const intent = INTENTS.find((known) => known === one['intent']);
  if (!intent) throw unreadable();
  return { intent, preview: one['preview'] || null };
}

/** What was chosen for a word, as its field says it: field, meaning or `unknown`, key. */
function wordOf(text: string): ChosenWord {
  const [, field, meaning, key] = /^([a-z_]+) ([a-z0-9]+) (.+)$/su.exec(text) ?? [];
  const said = meaning === UNKNOWN ? null : meaning === AS_EMPTY ? '' : meaning;
  const word = chosenWordSchema.safeParse({ field, key, meaning: said });
  if (!word.success || !isMeaning(word.data)) throw unreadable();
  return word.data;
}

function isMeaning({ field, meaning }: ChosenWord): boolean {
  return meaning === null || meaning === '' || FIELD_WORDS[field].some((word) => word === meaning);
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
