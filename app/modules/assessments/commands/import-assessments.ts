import type { TenantContext } from '#db/tenancy';
import { readCsv, refusal } from '~/shared/csv';
import type { FieldError } from '~/shared/errors';
import { lockAssessmentsImport } from '../data/import-lock';
import { readAssessmentsRows } from './read-assessments-rows';
import type { VersionStamp } from './store-assessment-versions';
import { planRatings, takeRatings } from './take-ratings';

export interface AssessmentsImport {
  /** Name of the file, as messages show it. */
  readonly file: string;
  readonly text: string;
  /** The day in the organization's time zone. */
  readonly today: string;
  /** Who answers for the file and has no record as an employee; accepts the evidence of ratings by others. */
  readonly importedBy: string;
  /** Framework versions by instrument that ratings of an occupation are made under; not given: not recorded. */
  readonly frameworkVersionsOf?: VersionStamp['frameworkVersionsOf'];
}

export interface AssessmentsImportResult {
  /** Assessments. */
  readonly created: number;
  readonly corrected: number;
  readonly unchanged: number;
  /** Ratings that the file states, unsure ones too. */
  readonly ratings: number;
  readonly warnings: readonly FieldError[];
}

/**
 * Brings the ratings of an assessments file in (api.md, CSV columns and POST /assessments), all or none. Read again,
 * it changes nothing; other levels under the same key are kept as a new version. Drafts of raters stay as they are.
 * Throws InvalidInput with the faulty lines.
 */
export async function importAssessments(
  ctx: TenantContext,
  { file, text, today, importedBy, frameworkVersionsOf = () => ({}) }: AssessmentsImport,
): Promise<AssessmentsImportResult> {
  const table = readCsv(text, file);
  await lockAssessmentsImport(ctx);
  const importer = { id: importedBy, employeeId: null, isToken: false, accepts: true };
  const { stated, faults, warnings } = await readAssessmentsRows(ctx, table, { today, importer });
  if (faults.length > 0) throw refusal(file, faults);
  const plan = await planRatings(ctx, stated, importer);
  await takeRatings(ctx, plan, { importedBy, frameworkVersionsOf });
  return {
    created: plan.created.length,
    corrected: plan.corrected.length,
    unchanged: plan.unchanged,
    ratings: stated.reduce((sum, assessment) => sum + assessment.ratings.size, 0),
    warnings,
  };
}
