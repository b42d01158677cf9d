import { createHash } from 'node:crypto';
import type { TenantContext } from '#db/tenancy';
import type { TablePlan } from '~/modules/people/commands/imports/store-table-plan';
import { rowFault } from '~/modules/people/domain/imports/row-fault';
import { listPeopleNames } from '~/modules/people/queries/list-people-names';
import { type CsvTable, refusal } from '~/shared/csv';
import type { FieldError } from '~/shared/errors';
import { lockAssessmentsImport } from '../data/import-lock';
import { assessmentKey } from '../domain/assessment-key';
import type { Importer } from '../domain/importer';
import { asOwnRatings } from '../domain/known-ratings';
import { type PreviewedRating, previewRatings } from '../domain/preview-ratings';
import { loadImportVersions } from './load-import-versions';
import { type AssessmentsRows, readAssessmentsRows } from './read-assessments-rows';
import { type PlannedRatings, planRatings, takeRatings } from './take-ratings';

export interface RatingsTable {
  readonly table: CsvTable;
  readonly today: string;
  readonly importer: Importer;
  /** By which it can be taken back as a whole. */
  readonly importId: string;
  /** Rows with a fault are left out; else nothing is taken. */
  readonly goodRowsOnly: boolean;
}

export interface TakenRatings {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: readonly FieldError[];
  readonly warnings: readonly FieldError[];
  /** Of what was done, as the preview's. */
  readonly digest: string;
}

/**
 * What a table of ratings would do, assessment by assessment, and which rows it could not take; changes nothing. Counts
 * are assessments; of rejected ones rows. Throws InvalidInput when the table is none of ratings.
 */
export async function planRatingsTable(
  ctx: TenantContext,
  input: Omit<RatingsTable, 'goodRowsOnly' | 'importId'>,
): Promise<TablePlan> {
  const { table } = input;
  const { read, plan } = await readAndPlan(ctx, input);
  const previewed = previewRatings(plan);
  const lineOfKey = new Map(read.rows.map((row) => [assessmentKey(row), row.line] as const).reverse());
  const people = await listPeopleNames(ctx, ratedPeople(previewed));
  const place = new Map(asOwnRatings(table).header.map((name, at) => [name, at]));
  const cells = new Map(table.rows.map((row) => [row.line, row.values]));
  const idOf = (line: number) => cells.get(line)?.[place.get('employee_external_id') ?? -1] ?? '';
  const raterOf = (line: number) => cells.get(line)?.[place.get('rater_external_id') ?? -1] ?? '';
  const rejected = Map.groupBy(read.faults, lineOf);
  return {
    created: plan.created.length,
    changed: plan.corrected.length,
    unchanged: plan.unchanged,
    warnings: read.warnings,
    digest: digestOf(plan, read.faults),
    rows: [
      ...previewed.map(({ outcome, version, differences }) => {
        const line = lineOfKey.get(assessmentKey(version)) ?? 0;
        const { employeeId, raterKind, assessedOn, soc } = version;
        return {
          outcome,
          line,
          externalId: idOf(line),
          name: people.get(employeeId) ?? '',
          detail: {
            employeeId,
            differences,
            about: [raterKind, raterOf(line), assessedOn, soc].filter(Boolean),
          },
        };
      }),
      ...[...rejected].map(([line, faults]) => ({
        outcome: 'rejected' as const,
        line,
        externalId: idOf(line),
        name: '',
        detail: { faults: faults.map(rowFault), cells: [...(cells.get(line) ?? [])] },
      })),
    ],
  };
}

/**
 * Brings a table of ratings in: its good rows, or nothing when a row has a fault. Drafts of raters stay as they are.
 * Throws InvalidInput when the table is none of ratings, and with the faulty rows when nothing is to be taken then.
 */
export async function importRatingsTable(ctx: TenantContext, input: RatingsTable): Promise<TakenRatings> {
  const { table, importer, importId, goodRowsOnly } = input;
  await lockAssessmentsImport(ctx);
  const { read, plan } = await readAndPlan(ctx, input);
  if (!goodRowsOnly && read.faults.length > 0) throw refusal(table.file, read.faults);
  await takeRatings(ctx, plan, {
    importedBy: importer.id,
    importId,
    frameworkVersionsOf: await loadImportVersions(ctx),
  });
  return {
    created: plan.created.length,
    changed: plan.corrected.length,
    unchanged: plan.unchanged,
    rejected: read.faults,
    warnings: read.warnings,
    digest: digestOf(plan, read.faults),
  };
}

async function readAndPlan(
  ctx: TenantContext,
  { table, today, importer }: Omit<RatingsTable, 'goodRowsOnly' | 'importId'>,
): Promise<{ read: AssessmentsRows; plan: PlannedRatings }> {
  const read = await readAssessmentsRows(ctx, asOwnRatings(table), { today, importer });
  return { read, plan: await planRatings(ctx, read.stated, importer) };
}

const ratedPeople = (previewed: readonly PreviewedRating[]) =>
  new Set(previewed.map(({ version }) => version.employeeId));

const lineOf = ({ pointer }: FieldError) => Number(pointer.slice(pointer.lastIndexOf(':') + 1)) || 0;

/** SHA-256 of what a plan says, hexadecimal: the same plan made later is known as the same. */
function digestOf(plan: PlannedRatings, faults: readonly FieldError[]): string {
  const hash = createHash('sha256');
  for (const { outcome, version, differences } of previewRatings(plan))
    hash.update(`${outcome} ${assessmentKey(version)} ${JSON.stringify(differences)}\n`);
  for (const { pointer, detail } of faults) hash.update(`-${pointer} ${detail}\n`);
  return hash.digest('hex');
}
