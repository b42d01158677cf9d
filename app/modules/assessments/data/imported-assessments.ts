import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { RaterKind } from '../domain/rater-kind';

/** A version that an import made and that is still there. */
export interface ImportedAssessment {
  readonly assessmentId: string;
  readonly employeeId: string;
  readonly raterKind: RaterKind;
  /** The version that it replaced; null: it was the first. */
  readonly replacedId: string | null;
  /** Nothing happened to it since, and what it replaced is still kept. */
  readonly untouched: boolean;
}

/**
 * What an import made. It is touched once another version took its place, a part of it or all was withdrawn or contested,
 * evidence was added or accepted, or its rater began a correction.
 */
export async function listImportedAssessments(
  ctx: TenantContext,
  importId: string,
): Promise<ImportedAssessment[]> {
  const here = (table: string) => sql`${sql.ref(`${table}.organization_id`)} = ${ctx.organizationId}::uuid`;
  const { rows } = await sql<ImportedAssessment>`
    select a.assessment_id as "assessmentId", a.employee_id as "employeeId", a.rater_kind as "raterKind",
           a.replaced_id as "replacedId",
           a.state = 'submitted'
           and (a.replaced_id is null or exists (
             select from assessments b where ${here('b')} and b.assessment_id = a.replaced_id
                                         and b.state = 'superseded'))
           and not exists (select from contests c where ${here('c')} and c.assessment_id = a.assessment_id)
           and not exists (
             select from evidence e where ${here('e')} and e.assessment_id = a.assessment_id
                                      and (e.recorded_at > a.recorded_at or e.accepted_at > a.recorded_at))
           and not exists (
             select from assessments d where ${here('d')} and d.employee_id = a.employee_id
                                         and d.copied_from = a.assessment_id and d.state = 'draft')
           and not exists (
             select from assessments w where ${here('w')} and w.import_id = a.import_id
                                         and w.employee_id = a.employee_id and w.rater_kind = a.rater_kind
                                         and w.rater_id is not distinct from a.rater_id
                                         and w.state = 'withdrawn') as untouched
      from assessments a
     where ${here('a')} and a.import_id = ${importId}::uuid
     order by a.assessment_id`.execute(ctx.tx);
  return rows;
}

/** Lets versions count again that were replaced; none submitted has their keys. */
export async function updateToSubmittedAgain(
  ctx: TenantContext,
  assessmentIds: readonly string[],
): Promise<void> {
  await ctx.tx
    .updateTable('assessments')
    .set({ state: 'submitted' })
    .where(sql<boolean>`assessment_id = any(${assessmentIds}::uuid[])`)
    .where('state', '=', 'superseded')
    .execute();
}
