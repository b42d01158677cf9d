import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';
import type { RaterKind } from '../domain/rater-kind';

export interface AssessmentRow {
  readonly assessmentId: string;
  readonly employeeId: string;
  readonly raterKind: RaterKind;
  readonly raterId: string | null;
  readonly cycleId: string | null;
  readonly assessedOn: string;
  readonly soc: string;
  readonly state: 'draft' | 'submitted' | 'withdrawn' | 'superseded';
  readonly version: number;
}

export interface NewAssessmentRow extends AssessmentRow {
  readonly frameworkVersions: Readonly<Record<string, string>>;
  readonly importedBy: string | null;
  /** The import in the browser or by the API that made it, and the version that it replaced; null: none. */
  readonly importId: string | null;
  readonly replacedId: string | null;
  readonly submittedAt: Date | null;
}

const columns = [
  'assessmentId',
  'employeeId',
  'raterKind',
  'raterId',
  'cycleId',
  'assessedOn',
  'soc',
  'state',
  'version',
] as const;

export interface AssessmentSpan {
  readonly employeeIds: readonly string[];
  readonly days: readonly string[];
  readonly cycleIds: readonly string[];
}

/** The submitted assessments of these people on these days or in these cycles. */
export async function listValidAssessments(
  ctx: TenantContext,
  span: AssessmentSpan,
): Promise<AssessmentRow[]> {
  const rows = await ctx.tx
    .selectFrom('assessments')
    .select(columns)
    .where(sql<boolean>`employee_id = any(${span.employeeIds}::uuid[])`)
    .where('state', '=', 'submitted')
    .where(
      sql<boolean>`(assessed_on = any(${span.days}::date[]) or cycle_id = any(${span.cycleIds}::uuid[]))`,
    )
    .execute();
  return rows as AssessmentRow[];
}

export interface SubmittedAssessment extends AssessmentRow {
  readonly submittedAt: Date;
  /** Who brought it in with a file; null: it was submitted here. */
  readonly importedBy: string | null;
  /** By instrument. */
  readonly frameworkVersions: Readonly<Record<string, string>>;
}

/** The submitted assessments of these people. */
export async function listSubmittedAssessments(
  ctx: TenantContext,
  employeeIds: readonly string[],
): Promise<SubmittedAssessment[]> {
  const rows = await ctx.tx
    .selectFrom('assessments')
    .select([...columns, 'submittedAt', 'importedBy', 'frameworkVersions'])
    .where(sql<boolean>`employee_id = any(${employeeIds}::uuid[])`)
    .where('state', '=', 'submitted')
    .execute();
  return rows as unknown as SubmittedAssessment[];
}

/** A person's assessments of every state, but of drafts the person's own alone: others' say nothing yet. */
export async function listKeptAssessments(
  ctx: TenantContext,
  employeeId: string,
): Promise<(Omit<SubmittedAssessment, 'submittedAt'> & { readonly submittedAt: Date | null })[]> {
  const rows = await ctx.tx
    .selectFrom('assessments')
    .select([...columns, 'submittedAt', 'importedBy', 'frameworkVersions'])
    .where('employeeId', '=', employeeId)
    .where((eb) => eb.or([eb('state', '<>', 'draft'), eb('raterKind', '=', 'self')]))
    .execute();
  return rows as unknown as SubmittedAssessment[];
}

/** Who brought these in with a file, of those that a file brought. */
export async function listImporters(
  ctx: TenantContext,
  assessmentIds: readonly string[],
): Promise<{ assessmentId: string; importedBy: string }[]> {
  const rows = await ctx.tx
    .selectFrom('assessments')
    .select(['assessmentId', 'importedBy'])
    .where(sql<boolean>`assessment_id = any(${assessmentIds}::uuid[])`)
    .where('importedBy', 'is not', null)
    .execute();
  return rows as { assessmentId: string; importedBy: string }[];
}

/** Marks these as replaced by a newer version. */
export async function updateToSuperseded(
  ctx: TenantContext,
  assessmentIds: readonly string[],
): Promise<void> {
  if (assessmentIds.length === 0) return;
  await ctx.tx
    .updateTable('assessments')
    .set({ state: 'superseded' })
    .where(sql<boolean>`assessment_id = any(${assessmentIds}::uuid[])`)
    .execute();
}

/** Adds assessments; no valid one has their keys. */
export async function insertAssessments(
  ctx: TenantContext,
  rows: readonly NewAssessmentRow[],
): Promise<void> {
  for (const batch of batches(rows)) {
    await ctx.tx
      .insertInto('assessments')
      .values(
        batch.map((row) => ({
          ...row,
          frameworkVersions: { ...row.frameworkVersions },
          recordedAt: ctx.now,
        })),
      )
      .execute();
  }
}
