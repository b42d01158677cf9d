import { Field } from '~/components/field';
import { fieldLabel } from '../../domain/imports/employee-fields';
import {
  FIELD_WORDS,
  type FoundWord,
  meaningOf,
  WORD_FIELDS,
  WORD_TROUBLES,
  type WordField,
  type WordMeanings,
} from '../../domain/imports/word-fields';
import { EMPLOYEE_KIND_LABELS, EMPLOYMENT_STATUS_LABELS } from '../../domain/person-labels';
import { ROLE_BAND_LABELS } from '../../domain/role-band';

/** What stands in a choice for a word that means nothing, and for one that counts as an empty cell. */
export const UNKNOWN = 'unknown';
export const AS_EMPTY = 'empty';

const LABELS: Readonly<Record<WordField, Readonly<Record<string, string>>>> = {
  status: EMPLOYMENT_STATUS_LABELS,
  kind: EMPLOYEE_KIND_LABELS,
  role_band: ROLE_BAND_LABELS,
  available: { yes: 'Available', no: 'Not available' },
};

/** What an empty cell of the column says. */
const EMPTY: Readonly<Record<WordField, string>> = {
  status: 'As if empty: by the day of leaving',
  kind: 'As if empty: employee',
  role_band: 'As if empty: no band said',
  available: 'As if empty: available',
};

interface WordSelectsProps {
  readonly found: readonly FoundWord[];
  readonly said: WordMeanings | undefined;
}

/** A choice for each word of the file that Cadre does not know by itself; nothing where there is none. */
export function WordSelects({ found, said = {} }: WordSelectsProps) {
  const fields = WORD_FIELDS.filter((field) => found.some((one) => one.field === field));
  return fields.map((field) => (
    <fieldset key={field} className="import-words">
      <legend>Words of {fieldLabel(field).toLowerCase()}</legend>
      <div className="import-columns">
        {found
          .filter((one) => one.field === field && !one.trouble)
          .map(({ key, word, rows }) => (
            <Field key={key} label={`“${word}”`} name="word" hint={`in ${rowsWords(rows)}`}>
              {(control) => (
                <select
                  {...control}
                  defaultValue={`${field} ${choiceOf(meaningOf(said, field, key))} ${key}`}
                >
                  <option value={`${field} ${UNKNOWN} ${key}`}>Not known: its rows are rejected</option>
                  {FIELD_WORDS[field].map((meaning) => (
                    <option key={meaning} value={`${field} ${meaning} ${key}`}>
                      {LABELS[field][meaning]}
                    </option>
                  ))}
                  <option value={`${field} ${AS_EMPTY} ${key}`}>{EMPTY[field]}</option>
                </select>
              )}
            </Field>
          ))}
      </div>
      <Troubles found={found.filter((one) => one.field === field)} />
    </fieldset>
  ));
}

/** Words of a field that nobody can say: their rows stay rejected, whatever is said of others. */
function Troubles({ found }: Pick<WordSelectsProps, 'found'>) {
  const troubles = found.filter(({ trouble }) => trouble);
  if (troubles.length === 0) return null;
  return (
    <>
      {troubles.map(({ word, rows, trouble }) =>
        trouble ? (
          <p key={`${trouble} ${word}`} className="small">
            {word.trim() === '' ? 'A cell' : `“${word}”`} in {rowsWords(rows)} {WORD_TROUBLES[trouble]}: write
            it otherwise in the file, or say that another column is the{' '}
            {fieldLabel(found[0]?.field ?? '').toLowerCase()}.
          </p>
        ) : null,
      )}
    </>
  );
}

const rowsWords = (rows: number) => (rows === 1 ? '1 row' : `${rows.toLocaleString('en')} rows`);

function choiceOf(meaning: string | null): string {
  if (meaning === null) return UNKNOWN;
  return meaning === '' ? AS_EMPTY : meaning;
}
