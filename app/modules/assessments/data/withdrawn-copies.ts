import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { Dimension } from '~/modules/frameworks/domain/dimension';

/**
 * Takes out of a draft the copies of ratings that were withdrawn since it began and of which its rater said nothing, with
 * words and ticks; their dimensions. The same level of the same day is the same rating; one that stands elsewhere under
 * the key is none that was withdrawn. To be asked while what the draft will replace is submitted.
 */
export async function deleteWithdrawnCopies(ctx: TenantContext, draftId: string): Promise<Dimension[]> {
  const sameRating = sql`
    select from assessments o
      join ratings r on r.organization_id = o.organization_id and r.assessment_id = o.assessment_id
     where o.organization_id = d.organization_id and o.employee_id = d.employee_id
       and o.rater_kind = d.rater_kind and o.rater_id = d.rater_id and o.soc = d.soc
       and o.cycle_id is not distinct from d.cycle_id
       and r.dimension = copy.dimension and r.level is not distinct from copy.level
       and r.assessed_on = copy.assessed_on`;
  const { rows } = await sql<{ dimension: Dimension }>`
    delete from ratings copy
     using assessments d
     where d.organization_id = ${ctx.organizationId}::uuid and d.assessment_id = ${draftId}::uuid
       and d.state = 'draft' and copy.organization_id = d.organization_id
       and copy.assessment_id = d.assessment_id and copy.saved_key is null
       and exists (${sameRating} and o.state = 'withdrawn')
       and not exists (${sameRating} and o.state = 'submitted')
    returning copy.dimension`.execute(ctx.tx);
  const dimensions = rows.map(({ dimension }) => dimension);
  await sql`
    delete from ticked_statements
     where organization_id = ${ctx.organizationId}::uuid and assessment_id = ${draftId}::uuid
       and dimension = any(${dimensions}::text[])`.execute(ctx.tx);
  return dimensions;
}
