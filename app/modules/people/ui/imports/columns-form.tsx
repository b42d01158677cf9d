import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { Field } from '~/components/field';
import { IMPORT_FIELDS } from '../../domain/imports/employee-fields';
import { shownNames } from '../../domain/imports/header-names';
import type { ImportLayout } from '../../domain/imports/import-layout';
import type { ImportHeader } from '../../domain/imports/import-report';
import { WordSelects } from './word-selects';

const DAYS = {
  iso: '2026-03-31',
  day_first: '31.03.2026 or 31/03/2026',
  month_first: '03/31/2026',
} as const;

export interface ColumnsFormProps {
  readonly header: ImportHeader;
  readonly layout: ImportLayout;
}

/** Which column of the file is which field; remembered for files with the same header. */
export function ColumnsForm({ header, layout }: ColumnsFormProps) {
  const shown = (place: number | undefined) =>
    place === undefined
      ? undefined
      : (header.samples[place] ?? []).filter((cell) => cell.trim() !== '').join(' · ') || 'empty so far';
  const used = new Set(Object.values(layout.columns));
  const names = shownNames(header.names);
  const unused = names.flatMap((name, place) => {
    const cell = header.samples[place]?.find((one) => one.trim() !== '');
    if (used.has(place) || name.trim() === '') return [];
    return [cell === undefined ? `“${name}”` : `“${name}”, such as ${cell}`];
  });
  return (
    <Card title="Say what the columns are">
      <Form method="post">
        <p>
          The header was found in line {header.line}. Personnel number, name (whole or in two parts), title
          and team are needed. It is remembered for files with the same columns.
        </p>
        {unused.length > 0 ? (
          <p className="small">
            {unused.length === 1 ? 'This column is' : 'These columns are'} not used so far:{' '}
            {unused.join('; ')}.
          </p>
        ) : null}
        <div className="import-columns">
          {IMPORT_FIELDS.map(({ field, label }) => (
            <Field key={field} label={label} name={`column_${field}`} hint={shown(layout.columns[field])}>
              {(control) => (
                <select {...control} defaultValue={layout.columns[field] ?? ''}>
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
        <Field label="Days are written" name="days">
          {(control) => (
            <select {...control} defaultValue={layout.days}>
              {Object.entries(DAYS).map(([value, words]) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </select>
          )}
        </Field>
        <WordSelects found={header.words ?? []} said={layout.words} />
        <label className="upload-choice">
          <input type="checkbox" name="everybody" value="yes" defaultChecked={layout.everybody} />
          This file holds everybody: list who is missing from it
        </label>
        <Button type="submit" name="intent" value="columns" variant="primary">
          Preview
        </Button>
      </Form>
    </Card>
  );
}
