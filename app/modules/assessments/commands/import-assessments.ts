import type { TenantContext } from '#db/tenancy';
import { markPeopleChanged } from '#jobs/mark-changed';
import { codeWarnings } from '~/modules/people/domain/code-warnings';
import { listIdsByExternalId } from '~/modules/people/queries/list-ids-by-external-id';
import { listKnownOccupationCodes } from '~/modules/people/queries/list-known-occupation-codes';
import { listOccupationHistory } from '~/modules/people/queries/list-occupation-history';
import { refusal } from '~/shared/csv';
import type { FieldError } from '~/shared/errors';
import { listCycleRows } from '../data/cycles';
import { lockAssessmentsImport } from '../data/import-lock';
import { listWithdrawnRatings } from '../data/withdrawn-ratings';
import { groupAssessments } from '../domain/group-assessments';
import { planAssessments } from '../domain/plan-assessments';
import { type FileRow, type Lookups, resolveRows } from '../domain/resolve-rows';
import { withoutWithdrawn } from '../domain/without-withdrawn';
import { loadStoredAssessments } from './load-stored-assessments';
import { type AssessmentsFile, readAssessmentsFile } from './read-assessments-file';
import { storeAssessmentVersions } from './store-assessment-versions';

export interface AssessmentsImport {
  /** Name of the file, as messages show it. */
  readonly file: string;
  readonly text: string;
  /** The day in the organization's time zone. */
  readonly today: string;
  /** Who answers for the file; accepts the evidence of ratings by others. */
  readonly importedBy: string;
  /** Framework versions by instrument that ratings of an occupation are made under; not given: not recorded. */
  readonly frameworkVersionsOf?: (soc: string) => Readonly<Record<string, string>>;
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
 * it changes nothing; other levels under the same key are kept as a new version. Throws InvalidInput with the faulty
 * lines.
 */
export async function importAssessments(
  ctx: TenantContext,
  input: AssessmentsImport,
): Promise<AssessmentsImportResult> {
  const file = readAssessmentsFile(input);
  await lockAssessmentsImport(ctx);
  const lookups = await loadLookups(ctx, file.rows, input.file);
  const { resolved, faults: unresolved } = resolveRows(file.rows, lookups);
  const { assessments: stated, faults: conflicts } = groupAssessments(resolved, input.file);
  const faults = [...file.faults, ...unresolved, ...conflicts];
  if (faults.length > 0) throw refusal(input.file, faults);
  const people = [...new Set(stated.map((one) => one.employeeId))];
  const assessments = withoutWithdrawn(stated, await listWithdrawnRatings(ctx, people));
  const stored = await loadStoredAssessments(ctx, assessments);
  const plan = planAssessments(assessments, { stored, importedBy: input.importedBy, now: ctx.now });
  const versions = [...plan.created, ...plan.corrected];
  await storeAssessmentVersions(ctx, versions, {
    importedBy: input.importedBy,
    frameworkVersionsOf: input.frameworkVersionsOf ?? (() => ({})),
  });
  await markPeopleChanged(
    ctx,
    versions.map((version) => version.employeeId),
  );
  return {
    created: plan.created.length,
    corrected: plan.corrected.length,
    unchanged: plan.unchanged,
    ratings: stated.reduce((sum, assessment) => sum + assessment.ratings.size, 0),
    warnings: [...file.warnings, ...(await occupationWarnings(ctx, file, input.file))],
  };
}

async function loadLookups(ctx: TenantContext, rows: readonly FileRow[], file: string): Promise<Lookups> {
  const externalIds = new Set<string>();
  for (const { record } of rows) {
    externalIds.add(record.employeeExternalId);
    if (record.raterExternalId !== null) externalIds.add(record.raterExternalId);
  }
  const employees = await listIdsByExternalId(ctx, externalIds);
  const unnamed = rows.filter(({ record }) => record.soc === null);
  const ids = unnamed.flatMap(({ record }) => employees.get(record.employeeExternalId) ?? []);
  const history = await listOccupationHistory(ctx, [...new Set(ids)]);
  const cycles = new Map((await listCycleRows(ctx)).map((cycle) => [cycle.name, cycle.cycleId]));
  return { file, employees, cycles, occupations: Map.groupBy(history, (row) => row.employeeId) };
}

async function occupationWarnings(
  ctx: TenantContext,
  { rows }: AssessmentsFile,
  file: string,
): Promise<FieldError[]> {
  const uses = rows.flatMap(({ line, record }) => (record.soc === null ? [] : [{ line, soc: record.soc }]));
  const codes = [...new Set(uses.map((use) => use.soc))];
  return codeWarnings(uses, await listKnownOccupationCodes(ctx, codes), file);
}
