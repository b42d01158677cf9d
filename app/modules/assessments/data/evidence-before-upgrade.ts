import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';

/** Before which moment evidence and drafts are still to be looked through; undefined: that is done. */
export async function findEvidenceDue(ctx: TenantContext): Promise<Date | undefined> {
  const row = await ctx.tx
    .selectFrom('organizations')
    .select('evidenceDueBefore')
    .where('evidenceDueBefore', 'is not', null)
    .executeTakeFirst();
  return row?.evidenceDueBefore ?? undefined;
}

/** Says that evidence and drafts are looked through. */
export async function updateEvidenceDone(ctx: TenantContext): Promise<void> {
  await ctx.tx.updateTable('organizations').set({ evidenceDueBefore: null }).execute();
}

/** The next rated people in the order of their ids. */
export async function listRatedPeopleAfter(
  ctx: TenantContext,
  after: string,
  limit: number,
): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('assessments')
    .select('employeeId')
    .distinct()
    .where('employeeId', '>', after)
    .orderBy('employeeId')
    .limit(limit)
    .execute();
  return rows.map(({ employeeId }) => employeeId);
}

/** What is submitted already when a draft begins is what it began with. One that came in later is not. */
export async function updateCopiedFrom(
  ctx: TenantContext,
  employeeIds: readonly string[],
  before: Date,
): Promise<void> {
  await sql`
    update assessments d set copied_from = s.assessment_id
      from assessments s
     where d.organization_id = ${ctx.organizationId}::uuid and d.employee_id = any(${employeeIds}::uuid[])
       and d.state = 'draft' and d.copied_from is null and d.recorded_at < ${before}
       and s.state = 'submitted' and s.submitted_at <= d.recorded_at
       and ${sameKey('d')}`.execute(ctx.tx);
}

/**
 * Words that a rater wrote beside a level and accepted by their own submission wait again, in every version; whom the
 * rater signs in as tells it, or the moment of a submission of the rater about the same person. Whose they support.
 */
export async function updateSelfAccepted(
  ctx: TenantContext,
  employeeIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ employeeId: string }>`
    update evidence e set accepted_by = null, accepted_at = null
      from assessments a
     where a.organization_id = ${ctx.organizationId}::uuid and a.employee_id = any(${employeeIds}::uuid[])
       and e.organization_id = a.organization_id and e.assessment_id = a.assessment_id
       and e.kind = 'text' and e.recorded_by is null and e.added_by = a.rater_id and e.accepted_by is not null
       and (exists (select from employees p
                     where p.organization_id = e.organization_id and p.employee_id = e.added_by
                       and p.user_id::text = e.accepted_by)
            or exists (select from assessments s
                        where s.organization_id = e.organization_id and s.employee_id = a.employee_id
                          and s.rater_id = e.added_by and s.submitted_at = e.accepted_at))
    returning a.employee_id as "employeeId"`.execute(ctx.tx);
  return rows.map(({ employeeId }) => employeeId);
}

/** Takes copies of what others added out of drafts: it moves over at submission, and would be there twice. */
export async function deleteDoubledInDrafts(
  ctx: TenantContext,
  employeeIds: readonly string[],
): Promise<void> {
  await sql`
    delete from evidence e
     using assessments d
     where d.organization_id = ${ctx.organizationId}::uuid and d.employee_id = any(${employeeIds}::uuid[])
       and d.state = 'draft' and e.organization_id = d.organization_id and e.assessment_id = d.assessment_id
       and e.added_by is distinct from d.rater_id
       and exists (
         select from assessments s
           join evidence o on o.organization_id = s.organization_id and o.assessment_id = s.assessment_id
            and o.dimension = e.dimension and o.kind = e.kind and o.body = e.body
            and o.added_by is not distinct from e.added_by
          where s.state = 'submitted' and ${sameKey('d')})`.execute(ctx.tx);
}

/** Version `s` has the key of this draft. */
function sameKey(draft: string) {
  const of = (column: string) => sql.ref(`${draft}.${column}`);
  return sql`s.organization_id = ${of('organization_id')} and s.employee_id = ${of('employee_id')}
    and s.rater_kind = ${of('rater_kind')} and s.rater_id = ${of('rater_id')}
    and s.cycle_id is not distinct from ${of('cycle_id')} and s.soc = ${of('soc')}
    and (s.cycle_id is not null or s.assessed_on = ${of('assessed_on')})`;
}
