import type { EmployeeCells } from '../employee-row';
import type { EmployeeField } from './employee-fields';
import { type ImportLayout, isoDay } from './import-layout';
import { knownWord } from './known-words';
import type { WordField } from './word-fields';

/** How a file is read with what is known of the organization. */
export interface ReadLayout extends ImportLayout {
  /** The name of the known site that a text means; left out: texts as they stand. */
  readonly siteOf?: ((text: string) => string) | undefined;
}

/** Gives the cells of rows under the names of Cadre's own columns; undefined where the layout has no such column. */
export function layoutCells({
  columns,
  days,
  words,
  siteOf = (text) => text,
}: ReadLayout): (values: readonly string[]) => EmployeeCells {
  const cell = (values: readonly string[], field: EmployeeField): string | undefined => {
    const place = columns[field];
    return place === undefined ? undefined : (values[place] ?? '');
  };
  const word = (values: readonly string[], field: WordField) => {
    const text = cell(values, field);
    return text === undefined || text === '' ? text : knownWord(field, text, words);
  };
  const day = (values: readonly string[], field: EmployeeField) => {
    const text = cell(values, field);
    return text === undefined ? undefined : isoDay(text, days);
  };
  const site = (values: readonly string[]) => {
    const text = cell(values, 'site');
    return text === undefined || text === '' ? text : siteOf(text);
  };
  return (values) => ({
    external_id: cell(values, 'external_id') ?? '',
    name:
      cell(values, 'name') ?? `${cell(values, 'first_name') ?? ''} ${cell(values, 'last_name') ?? ''}`.trim(),
    email: cell(values, 'email') ?? '',
    title: cell(values, 'title') ?? '',
    team: cell(values, 'team') ?? '',
    manager_external_id: cell(values, 'manager_external_id'),
    site: site(values),
    occupation: cell(values, 'occupation'),
    role_band: word(values, 'role_band'),
    started_on: day(values, 'started_on'),
    ended_on: day(values, 'ended_on'),
    status: word(values, 'status'),
    kind: word(values, 'kind'),
    available: word(values, 'available'),
  });
}
