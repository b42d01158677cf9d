import { z } from 'zod';
import { isDay } from '~/shared/calendar-day';
import { EMPLOYEE_FIELDS, type EmployeeField, fieldLabel, IMPORT_FIELDS } from './employee-fields';
import { plainName } from './plain-name';
import { sharedColumnFaults } from './shared-columns';
import { wordMeaningsSchema } from './word-meanings';

/** How a file writes days: 2026-03-31, 31.03.2026 or 03/31/2026. YYYY-MM-DD is read in any case. */
export const DAY_ORDERS = ['iso', 'day_first', 'month_first'] as const;
export type DayOrder = (typeof DAY_ORDERS)[number];

/** How a file is read: the place of the column of each field (from 0), how days are written, who is in it. */
export const importLayoutSchema = z.strictObject({
  columns: z.partialRecord(z.enum(EMPLOYEE_FIELDS), z.number().int().min(0).max(16_384)),
  days: z.enum(DAY_ORDERS),
  /** The file holds everybody: who is not in it may have left. */
  everybody: z.boolean(),
  /** What words of the file mean that Cadre does not know by itself. */
  words: wordMeaningsSchema.optional(),
});
export type ImportLayout = z.infer<typeof importLayoutSchema>;
export type FieldColumns = ImportLayout['columns'];

const NEEDED: readonly EmployeeField[] = ['external_id', 'title', 'team'];

/** What is missing or said twice, as sentences; empty for a layout that can be used. */
export function layoutFaults(columns: FieldColumns, header: readonly string[] = []): string[] {
  const missing = NEEDED.filter((field) => columns[field] === undefined);
  const nameless = columns.name === undefined && columns.last_name === undefined;
  return [
    ...missing.map((field) => `No column is the ${fieldLabel(field).toLowerCase()}; it is needed.`),
    ...(nameless ? ['No column is the name; it is needed, whole or as last name.'] : []),
    ...sharedColumnFaults(columns, { header, labelOf: fieldLabel }),
  ];
}

/**
 * The columns by their names: Cadre's own first, then the names that other programs use. Each column once.
 * @param loosely then also without what stands in brackets, where that says nothing else: only for a person to check
 */
export function guessColumns(header: readonly string[], { loosely = false } = {}): FieldColumns {
  const whole = header.map(plainName);
  const taken = new Set<number>();
  const columns: FieldColumns = {};
  const take = (names: readonly string[], field: EmployeeField, wanted: readonly string[]) => {
    if (columns[field] !== undefined) return;
    const place = wanted
      .map((name) => names.findIndex((one, at) => one === name && !taken.has(at)))
      .find((at) => at >= 0);
    if (place === undefined) return;
    columns[field] = place;
    taken.add(place);
  };
  for (const names of loosely ? [whole, header.map(withoutBrackets)] : [whole]) {
    const isSplit = columns.first_name !== undefined || columns.last_name !== undefined;
    for (const { field } of IMPORT_FIELDS) take(names, field, [plainName(field)]);
    for (const { field, synonyms } of IMPORT_FIELDS)
      if (names === whole || field !== 'name' || !isSplit) take(names, field, synonyms);
  }
  if (columns.name !== undefined) {
    delete columns.first_name;
    delete columns.last_name;
  }
  return columns;
}

/** As in "Manager (ID)" or "Grade [1-4]". */
const IN_BRACKETS = /[([{][^()[\]{}]*[)\]}]/gu;
/** Names of fields but the id: "Manager (name)" and "Name (manager)" are neither a manager's id nor a person's name. */
const OF_FIELDS = new Set(
  IMPORT_FIELDS.filter(({ field }) => field !== 'external_id').flatMap(({ field, synonyms }) => [
    plainName(field),
    ...synonyms,
  ]),
);

/** The name without its brackets; empty where what stands in them makes it the name of something else. */
function withoutBrackets(name: string): string {
  const inside = (name.match(IN_BRACKETS) ?? []).map(plainName);
  if (inside.some((words) => OF_FIELDS.has(words) || words.startsWith('priva'))) return '';
  return plainName(name.replace(IN_BRACKETS, ' '));
}

/** Whether the header has what is needed under Cadre's own names, so that nobody has to say what is what. */
export function isOwnHeader(header: readonly string[]): boolean {
  const names = new Set(header.map((name) => name.trim().toLowerCase()));
  return OWN.every((name) => names.has(name));
}

const OWN = ['external_id', 'name', 'title', 'team'];

/** How the cells write days: told by a number above 12; 31/12 and 12/31 alike are taken for the day first. */
export function guessDays(cells: Iterable<string>): DayOrder {
  let order: DayOrder = 'iso';
  for (const cell of cells) {
    const found = OTHER_DAY.exec(cell.trim());
    if (!found) continue;
    if (Number(found[2]) > 12) return 'month_first';
    order = 'day_first';
    if (Number(found[1]) > 12) return order;
  }
  return order;
}

const OTHER_DAY = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/;

/** The cell with a day written as YYYY-MM-DD; anything else stays, for the reader to refuse. */
export function isoDay(cell: string, order: DayOrder): string {
  const found = order === 'iso' || cell === '' ? null : OTHER_DAY.exec(cell.trim());
  if (!found) return cell;
  const [first = '', second = '', year = ''] = found.slice(1);
  const [day, month] = order === 'day_first' ? [first, second] : [second, first];
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : cell;
}
