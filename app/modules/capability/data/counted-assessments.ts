import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';

/** Of these assessments, by person, those on which no current level rests. */
export async function listUncounted(
  ctx: TenantContext,
  assessments: readonly { readonly assessmentId: string; readonly employeeId: string }[],
): Promise<string[]> {
  const ids = assessments.map((row) => row.assessmentId);
  const people = assessments.map((row) => row.employeeId);
  const { rows } = await sql<{ id: string }>`
    select a.id from unnest(${ids}::text[]::uuid[], ${people}::text[]::uuid[]) as a(id, person)
     where not exists (
       select from profiles p
        where p.organization_id = ${ctx.organizationId}::uuid and p.employee_id = a.person
          and a.id = any(p.assessment_ids))`.execute(ctx.tx);
  return rows.map((row) => row.id);
}
