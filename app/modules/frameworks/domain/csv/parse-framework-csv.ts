import { readCsv, refusal } from '~/shared/csv';
import { nameColumns } from '~/shared/csv-columns';
import type { FieldError } from '~/shared/errors';
import type { FrameworkDocument } from '../document';
import { MAX_CONTEXT_CHARS } from '../framework-limits';
import { collectFrameworks } from './collect-frameworks';
import { commonCell } from './common-cell';
import { FRAMEWORK_COLUMNS } from './framework-columns';
import { type FrameworkRow, readFrameworkRow } from './read-framework-row';

const WEB_ADDRESS = /^https?:\/\/[^\s"'<>]+$/iu;

function addressFault(address: string): string | null {
  return WEB_ADDRESS.test(address) ? null : 'An address that begins with http:// or https:// is expected.';
}

function readRows(text: string, file: string): { rows: FrameworkRow[]; faults: FieldError[] } {
  const named = nameColumns(readCsv(text, file), FRAMEWORK_COLUMNS);
  const faults: FieldError[] = named.warnings.map(({ pointer, detail }) => ({
    pointer,
    detail: detail.replace('and was not read.', 'in a framework file; its texts would be lost.'),
  }));
  const rows: FrameworkRow[] = [];
  for (const { line, cells } of named.rows) {
    const row = readFrameworkRow(cells, { line, pointer: `${file}:${line}` });
    if (Array.isArray(row)) faults.push(...row);
    else rows.push(row);
  }
  return { rows, faults };
}

function otherOccupations(rows: readonly FrameworkRow[], file: string): FieldError[] {
  const [first] = rows;
  return rows
    .filter(({ soc }) => soc !== first?.soc)
    .map(({ line, soc }) => ({
      pointer: `${file}:${line}`,
      detail: `occupation: ${soc} stands beside ${first?.soc} of line ${first?.line}; one file is about one occupation.`,
    }));
}

/**
 * Reads a framework file (docs/csv.md): the frameworks of one occupation, one row for each statement, and their
 * source. An occupation without a title keeps the one that the catalogue has: its title is empty here.
 * @throws InvalidInput with every fault as `file:line` and `column: reason`, the first hundred by line.
 */
export function parseFrameworkCsv(text: string, file: string): FrameworkDocument {
  const { rows, faults } = readRows(text, file);
  const others = otherOccupations(rows, file);
  const [first] = rows;
  if (!first) {
    const nothing = { pointer: `${file}:1`, detail: 'The file has no statement.' };
    throw refusal(file, faults.length > 0 ? faults : [nothing]);
  }
  const at = { rows, file, faults, whole: faults.length === 0 };
  const source = {
    kind: 'framework_csv',
    name: commonCell(at, 'source') ?? 'Framework file',
    release: commonCell(at, 'release') ?? first.version,
    licence: commonCell(at, 'licence'),
    attribution: commonCell(at, 'attribution', { maxChars: MAX_CONTEXT_CHARS }),
    url: commonCell(at, 'address', { check: addressFault }),
  };
  const title = commonCell(at, 'occupation_title') ?? '';
  const frameworks = collectFrameworks(at);
  if (faults.length + others.length > 0) throw refusal(file, [...faults, ...others]);
  const unknown = { group: null, sector: null, jobZone: null, jobZoneInferred: false };
  return {
    source,
    occupation: { soc: first.soc, title, ...unknown },
    frameworks,
    evidence: [],
    anchors: [],
    raw: null,
  };
}
