import type { TenantContext } from '#db/tenancy';
import { markPeopleChanged } from '#jobs/mark-changed';
import { readCsv, refusal } from '~/shared/csv';
import { nameColumns } from '~/shared/csv-columns';
import type { FieldError } from '~/shared/errors';
import { listHolders } from '../data/employee-occupations';
import { lockPeopleImport } from '../data/import-lock';
import { listKnownCodes } from '../data/occupation-codes';
import {
  deleteTargetProfiles,
  listTargetProfiles,
  type TargetProfileKey,
  type TargetProfileRow,
  upsertTargetProfiles,
} from '../data/target-profiles';
import { codeWarnings } from '../domain/code-warnings';
import { TARGET_COLUMNS, type TargetRecord, targetRowReader } from '../domain/target-row';
import { factsOn, type Period, replaceFrom, timelineChange } from '../domain/timeline';
import type { FileImport, ImportResult } from './import-employees';

export interface TargetsImport extends FileImport {
  /** The dimensions that a target can name; not given: any word. */
  readonly dimensions?: readonly string[];
  /** The day from which new and changed targets hold; not given: today. */
  readonly validFrom?: string;
}

type TargetFacts = Pick<TargetRecord, 'level' | 'weight' | 'critical'>;

interface TargetLine {
  readonly line: number;
  readonly record: TargetRecord;
}

/**
 * Brings the target profiles of a targets file in (api.md, CSV columns), all or none. Dimensions that the file does
 * not name stay as they are; weight 0 takes one out. Throws InvalidInput with the faulty lines.
 */
export async function importTargets(ctx: TenantContext, input: TargetsImport): Promise<ImportResult> {
  const { rows, faults, warnings } = readTargets(input);
  if (faults.length > 0) throw refusal(input.file, faults);
  await lockPeopleImport(ctx);
  const codes = [...new Set(rows.map((row) => row.record.soc))];
  const known = timelines(await listTargetProfiles(ctx, codes));
  const from = input.validFrom ?? input.today;
  const [removed, written]: [TargetProfileKey[], TargetProfileRow[]] = [[], []];
  const counts = { created: 0, changed: 0, unchanged: 0 };
  const touched: TargetRecord[] = [];
  for (const { record } of rows) {
    const { soc, roleBand, dimension, ...facts } = record;
    const before = known.get(keyOf(record)) ?? [];
    const current = factsOn(before, from);
    if (current && same(current, facts) && before.at(-1)?.validTo === null) {
      counts.unchanged += 1;
      continue;
    }
    counts[before.length === 0 ? 'created' : 'changed'] += 1;
    touched.push(record);
    const change = timelineChange(before, replaceFrom(before, { from, facts }, same), same);
    for (const validFrom of change.removed) removed.push({ soc, roleBand, dimension, validFrom });
    for (const period of change.written)
      written.push({
        soc,
        roleBand,
        dimension,
        validFrom: period.validFrom,
        validTo: period.validTo,
        ...period.facts,
      });
  }
  await deleteTargetProfiles(ctx, removed);
  await upsertTargetProfiles(ctx, written);
  if (touched.length > 0) await markPeopleChanged(ctx, await listHolders(ctx, touched));
  const uses = rows.map(({ line, record }) => ({ line, soc: record.soc }));
  const unknown = codeWarnings(uses, new Set(await listKnownCodes(ctx, codes)), input.file);
  return { ...counts, warnings: [...warnings, ...unknown] };
}

function readTargets(input: TargetsImport): {
  rows: TargetLine[];
  faults: FieldError[];
  warnings: readonly FieldError[];
} {
  const named = nameColumns(readCsv(input.text, input.file), TARGET_COLUMNS);
  const read = targetRowReader(input.dimensions);
  const rows: TargetLine[] = [];
  const faults: FieldError[] = [];
  const lines = new Map<string, number>();
  for (const { line, cells } of named.rows) {
    const pointer = `${input.file}:${line}`;
    const result = read(cells, pointer);
    if (!result.ok) {
      faults.push(...result.faults);
      continue;
    }
    const first = lines.get(keyOf(result.record));
    if (first === undefined) rows.push({ line, record: result.record });
    else
      faults.push({
        pointer,
        detail: `dimension: the same occupation, band and dimension is in line ${first} too.`,
      });
    lines.set(keyOf(result.record), first ?? line);
  }
  return { rows, faults, warnings: named.warnings };
}

function timelines(rows: readonly TargetProfileRow[]): Map<string, Period<TargetFacts>[]> {
  const result = new Map<string, Period<TargetFacts>[]>();
  for (const row of rows) {
    const { level, weight, critical } = row;
    const period = { validFrom: row.validFrom, validTo: row.validTo, facts: { level, weight, critical } };
    result.set(keyOf(row), [...(result.get(keyOf(row)) ?? []), period]);
  }
  return result;
}

function keyOf(target: {
  readonly soc: string;
  readonly roleBand: number;
  readonly dimension: string;
}): string {
  return `${target.soc} ${target.roleBand} ${target.dimension}`;
}

function same(a: TargetFacts, b: TargetFacts): boolean {
  return a.level === b.level && a.weight === b.weight && a.critical === b.critical;
}
