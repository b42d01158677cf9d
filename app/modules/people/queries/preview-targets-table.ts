import type { TenantContext } from '#db/tenancy';
import type { CsvTable } from '~/shared/csv';
import type { FieldError } from '~/shared/errors';
import { listKnownCodes } from '../data/occupation-codes';
import { listTargetProfiles } from '../data/target-profiles';
import { codeWarnings } from '../domain/code-warnings';
import { planTargets, settingOf, type TargetChange, targetRevision } from '../domain/plan-targets';
import { readTargetsTable } from '../domain/read-targets-table';
import { unwrittenProfiles } from '../domain/unwritten-profiles';

export interface TargetsTablePreview {
  readonly changes: readonly TargetChange[];
  /** Profiles that the file names and of which nothing is written on the day, as `33-9032.00:2`. */
  readonly unwritten: ReadonlySet<string>;
  /** Rows that cannot be read, at `file:line`. With any, nothing of the file is applied. */
  readonly faults: readonly FieldError[];
  readonly warnings: readonly FieldError[];
  /** Of all profiles of the occupations named; goes back with the rows. */
  readonly revision: string;
}

/** What importTargetsTable would do with a table from a day on. Throws InvalidInput for a missing column. */
export async function previewTargetsTable(
  ctx: TenantContext,
  { table, dimensions, from }: { table: CsvTable; dimensions: readonly string[]; from: string },
): Promise<TargetsTablePreview> {
  const { rows, faults, warnings } = readTargetsTable(table, dimensions);
  const codes = [...new Set(rows.map(({ record }) => record.soc))];
  const known = await listTargetProfiles(ctx, codes);
  const settings = rows.map(({ record }) => settingOf(record));
  const uses = rows.map(({ line, record }) => ({ line, soc: record.soc }));
  const unknown = codeWarnings(uses, new Set(await listKnownCodes(ctx, codes)), table.file);
  return {
    changes: planTargets(known, settings, { from }).changes,
    unwritten: unwrittenProfiles(known, settings, from),
    faults,
    warnings: [...warnings, ...unknown],
    revision: targetRevision(known),
  };
}
