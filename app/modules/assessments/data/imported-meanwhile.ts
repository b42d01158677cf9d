import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import { ofRater } from './draft-cells';

interface Pair {
  /** What is submitted under the key of the draft. */
  readonly beforeId: string;
  readonly draftId: string;
}

/**
 * Brings to a draft the levels, with ticked statements and words, of what is submitted under its key where the draft
 * began with another version, or with none, and its rater said nothing of the dimension since: they are not lost when the
 * draft takes the place of the other. Told by the version, since no clock tells which of two transactions ends first.
 */
export async function copyImportedMeanwhile(ctx: TenantContext, { beforeId, draftId }: Pair): Promise<void> {
  const meanwhile = await ctx.tx
    .selectFrom('ratings')
    .innerJoin('assessments as draft', 'draft.organizationId', 'ratings.organizationId')
    .select('ratings.dimension')
    .where('ratings.assessmentId', '=', beforeId)
    .where('draft.assessmentId', '=', draftId)
    .where(sql<boolean>`draft.copied_from is distinct from ${beforeId}::uuid`)
    .where('ratings.dimension', 'not in', (eb) =>
      eb
        .selectFrom('ratings as own')
        .select('own.dimension')
        .where('own.assessmentId', '=', draftId)
        .where('own.savedKey', 'is not', null),
    )
    .execute();
  if (meanwhile.length === 0) return;
  const dimensions = meanwhile.map(({ dimension }) => dimension);
  const here = sql`organization_id = ${ctx.organizationId}::uuid and dimension = any(${dimensions}::text[])`;
  await sql`
    insert into ratings
    select (jsonb_populate_record(r, jsonb_build_object('assessment_id', ${draftId}::text, 'saved_key', null))).*
      from ratings r where ${here} and assessment_id = ${beforeId}::uuid
    on conflict (organization_id, assessment_id, dimension) do update
       set level = excluded.level, assessed_on = excluded.assessed_on, unsure_on = excluded.unsure_on,
           recorded_at = excluded.recorded_at`.execute(ctx.tx);
  await sql`delete from ticked_statements where ${here} and assessment_id = ${draftId}::uuid`.execute(ctx.tx);
  await sql`
    insert into ticked_statements
    select (jsonb_populate_record(t, jsonb_build_object('assessment_id', ${draftId}::text))).*
      from ticked_statements t where ${here} and assessment_id = ${beforeId}::uuid`.execute(ctx.tx);
  await sql`delete from evidence e where ${here} and assessment_id = ${draftId}::uuid and ${ofRater}`.execute(
    ctx.tx,
  );
  await sql`
    insert into evidence
    select (jsonb_populate_record(e,
             jsonb_build_object('assessment_id', ${draftId}::text, 'evidence_id', gen_random_uuid()::text))).*
      from evidence e where ${here} and assessment_id = ${beforeId}::uuid and ${ofRater}`.execute(ctx.tx);
}
