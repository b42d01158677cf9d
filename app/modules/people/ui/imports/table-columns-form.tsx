import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';
import { shownNames } from '../../domain/imports/header-names';
import type { TableColumns, TableField } from '../../domain/imports/table-columns';

export interface TableColumnsFormProps {
  readonly fields: readonly TableField[];
  readonly names: readonly string[];
  /** Cells of the first rows, by column. */
  readonly samples: readonly (readonly string[])[];
  readonly columns: TableColumns;
  /** What is missing so far, as sentences. */
  readonly faults: readonly string[];
  /** Where the file is stored, of a page that has it nowhere else. */
  readonly uploadId?: string;
}

/** Which column of a table is which field; remembered for files with the same columns. Works without script. */
export function TableColumnsForm(props: TableColumnsFormProps) {
  const { fields, samples, columns, faults, uploadId } = props;
  const names = shownNames(props.names);
  const shown = (place: number | undefined) =>
    place === undefined
      ? undefined
      : (samples[place] ?? []).filter((cell) => cell.trim() !== '').join(' · ') || 'empty so far';
  const used = new Set(Object.values(columns));
  const unused = names.flatMap((name, place) => {
    const [cell] = (samples[place] ?? []).filter((one) => one.trim() !== '');
    return used.has(place) ? [] : [cell === undefined ? name : `${name}, such as “${cell}”`];
  });
  return (
    <Card title="Say what the columns are">
      <Form method="post">
        {faults.length > 0 ? (
          <ul>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        ) : null}
        {unused.length > 0 ? (
          <p className="small">
            {unused.length === 1 ? 'This column is' : 'These columns are'} not used so far:{' '}
            {unused.join('; ')}.
          </p>
        ) : null}
        <p className="small">What you say is remembered for files with the same columns.</p>
        {uploadId === undefined ? null : <input type="hidden" name="upload" value={uploadId} />}
        <div className="import-columns">
          {fields.map(({ field, label }) => (
            <Field key={field} label={label} name={`column_${field}`} hint={shown(columns[field])}>
              {(control) => (
                <select {...control} defaultValue={columns[field] ?? ''}>
                  <option value="">Not in the file</option>
                  {names.map((name, place) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
                    <option key={place} value={place}>
                      {name}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          ))}
        </div>
        <Button type="submit" name="intent" value="name_columns" variant="primary">
          See what it would do
        </Button>
      </Form>
    </Card>
  );
}
