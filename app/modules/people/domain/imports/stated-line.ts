import type { EmployeeRecord } from '../employee-row';
import type { ImportLayout } from './import-layout';

/** Fields of a person and an employment that a file has columns of, beside those that every file has. */
export interface StatedColumns {
  readonly email: boolean;
  readonly manager: boolean;
  readonly site: boolean;
  readonly kind: boolean;
  readonly status: boolean;
  readonly available: boolean;
}

/** Which of them a layout has. */
export function statedColumns({ columns }: Pick<ImportLayout, 'columns'>): StatedColumns {
  return {
    email: columns.email !== undefined,
    manager: columns.manager_external_id !== undefined,
    site: columns.site !== undefined,
    kind: columns.kind !== undefined,
    status: columns.status !== undefined,
    available: columns.available !== undefined,
  };
}

/** Stands between facts and between cells; no text that is stored of people has it. */
const BETWEEN = '\u001f';
/** Begins cells that stand as JSON, since one of them cannot stand as it is. */
const AS_JSON = '\u001e';

/** What a row states, as it is stored to be held against what is known. */
export function statedLine(record: EmployeeRecord, stated: StatedColumns) {
  const { name, email, kind, title, team, site, managerExternalId, status, available, occupations } = record;
  const facts = [name];
  if (stated.email) facts.push(email ?? '');
  if (stated.kind) facts.push(kind ?? '');
  facts.push(title, team);
  if (stated.site) facts.push(site ?? '');
  if (stated.manager) facts.push(managerExternalId ?? '');
  if (stated.status) facts.push(status ?? 'active');
  if (stated.available) facts.push(available ? 'yes' : 'no');
  return {
    externalId: record.externalId,
    email: stated.email ? email : null,
    manager: managerExternalId === undefined ? null : (managerExternalId ?? ''),
    startedOn: record.startedOn ?? null,
    endedOn: record.endedOn ?? null,
    status: status ?? null,
    facts: facts.join(BETWEEN),
    held: occupations?.map(({ soc, share }) => `${soc}:${share}`).join(';') ?? null,
    band: record.roleBand ?? null,
  };
}

/** Stands between rows on their way to the database. */
const BETWEEN_ROWS = '\u001d';

/** Cells as one text that PostgreSQL holds and that can stand beside others of its kind. */
export function cellsText(cells: readonly string[]): string {
  const text = cells.join(BETWEEN);
  const asTheyAre =
    !text.includes('\0') && !text.includes(BETWEEN_ROWS) && !text.startsWith(AS_JSON) && text.isWellFormed();
  return asTheyAre && partsOf(text) === Math.max(1, cells.length) ? text : AS_JSON + JSON.stringify(cells);
}

function partsOf(text: string): number {
  let parts = 1;
  for (let at = text.indexOf(BETWEEN); at >= 0; at = text.indexOf(BETWEEN, at + 1)) parts += 1;
  return parts;
}

/** The cells of such a text. */
export function cellsOfText(text: string): string[] {
  return text.startsWith(AS_JSON) ? (JSON.parse(text.slice(1)) as string[]) : text.split(BETWEEN);
}
