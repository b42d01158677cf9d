import type { TenantContext } from '#db/tenancy';
import { type CsvTable, readCsv, refusal } from '~/shared/csv';
import { Conflict } from '~/shared/errors';
import { lockPeopleImport } from '../data/import-lock';
import { listKnownCodes } from '../data/occupation-codes';
import { listTargetProfiles } from '../data/target-profiles';
import { codeWarnings } from '../domain/code-warnings';
import { countOutcomes, planTargets, settingOf, targetRevision } from '../domain/plan-targets';
import { readTargetsTable } from '../domain/read-targets-table';
import { newlyWritten } from '../domain/unwritten-profiles';
import type { FileImport, ImportResult } from './import-employees';
import { storeTargetPlan } from './store-target-plan';

interface TargetsOptions {
  /** The dimensions that a target can name; not given: any word. */
  readonly dimensions?: readonly string[];
  /** The day from which new and changed targets hold; not given: today. */
  readonly validFrom?: string;
}

export interface TargetsImport extends FileImport, TargetsOptions {}

export interface TargetsTableImport extends Pick<FileImport, 'today'>, TargetsOptions {
  readonly table: CsvTable;
  /** What previewTargetsTable gave; not given: whatever the profiles are now. */
  readonly revision?: string;
}

/** Brings a targets file in as importTargetsTable does. Throws InvalidInput also for text that is no CSV. */
export async function importTargets(ctx: TenantContext, input: TargetsImport): Promise<ImportResult> {
  return importTargetsTable(ctx, { ...input, table: readCsv(input.text, input.file) });
}

/**
 * Brings the target profiles of a table in (api.md, CSV columns), all or none. Dimensions that the table does not name
 * stay as they are; weight 0 takes one out. Throws InvalidInput with the faulty lines, Conflict for another revision.
 */
export async function importTargetsTable(
  ctx: TenantContext,
  { table, dimensions, validFrom, today, revision }: TargetsTableImport,
): Promise<ImportResult> {
  const { rows, faults, warnings } = readTargetsTable(table, dimensions);
  if (faults.length > 0) throw refusal(table.file, faults);
  await lockPeopleImport(ctx);
  const codes = [...new Set(rows.map(({ record }) => record.soc))];
  const known = await listTargetProfiles(ctx, codes);
  if (revision !== undefined && revision !== targetRevision(known))
    throw new Conflict('Target profiles of the file were changed since you looked at it. Upload it again.');
  const settings = rows.map(({ record }) => settingOf(record));
  const from = validFrom ?? today;
  const plan = planTargets(known, settings, { from });
  const fresh = newlyWritten(known, settings, from).map(({ index, detail }) => ({
    pointer: `${table.file}:${rows[index]?.line ?? 1}`,
    detail,
  }));
  await storeTargetPlan(ctx, plan);
  const { created, changed, unchanged } = countOutcomes(plan.changes);
  const uses = rows.map(({ line, record }) => ({ line, soc: record.soc }));
  const unknown = codeWarnings(uses, new Set(await listKnownCodes(ctx, codes)), table.file);
  return { created, changed, unchanged, warnings: [...warnings, ...unknown, ...fresh] };
}
