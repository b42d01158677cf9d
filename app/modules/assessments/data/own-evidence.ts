import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { Dimension } from '~/modules/frameworks/domain/dimension';

export interface OwnText {
  readonly evidenceId: string;
  readonly assessmentId: string;
  readonly dimension: Dimension;
  readonly body: string;
}

/** What the rater wrote in words to the cells of these assessments, in the order in which it was added. */
export async function listOwnTexts(
  ctx: TenantContext,
  assessmentIds: readonly string[],
  raterId: string,
): Promise<OwnText[]> {
  const rows = await ctx.tx
    .selectFrom('evidence')
    .select(['evidenceId', 'assessmentId', 'dimension', 'body'])
    .where(sql<boolean>`assessment_id = any(${assessmentIds}::uuid[])`)
    .where('kind', '=', 'text')
    .where('addedBy', '=', raterId)
    .where('recordedBy', 'is', null)
    .orderBy('evidenceId')
    .execute();
  return rows as OwnText[];
}

/** Adds the rater's words to a cell, accepted by nobody yet. */
export async function insertOwnText(
  ctx: TenantContext,
  text: OwnText & { readonly addedBy: string; readonly unsure: boolean },
): Promise<void> {
  await ctx.tx
    .insertInto('evidence')
    .values({ ...text, kind: 'text', recordedAt: ctx.now })
    .execute();
}

/** Changes the rater's words: others than those that somebody may have accepted. */
export async function updateOwnText(ctx: TenantContext, evidenceId: string, body: string): Promise<void> {
  await ctx.tx
    .updateTable('evidence')
    .set({ body, acceptedBy: null, acceptedAt: null })
    .where('evidenceId', '=', evidenceId)
    .execute();
}

/** Takes the rater's words away. */
export async function deleteOwnText(ctx: TenantContext, evidenceId: string): Promise<void> {
  await ctx.tx.deleteFrom('evidence').where('evidenceId', '=', evidenceId).execute();
}

/**
 * Says of what supports the cells of a draft that the rater changed whether it goes with a level or with a `?`, as these
 * cells stand. Beside a `?`, words that the version before holds go on with what they were said to there.
 */
export async function updateEvidenceUnsure(
  ctx: TenantContext,
  assessmentId: string,
  beforeId: string | null,
): Promise<void> {
  await sql`
    update evidence e
       set unsure = r.level is null and coalesce((
             select bool_and(o.unsure) from evidence o
              where o.organization_id = e.organization_id and o.assessment_id = ${beforeId}::uuid
                and o.dimension = e.dimension and o.kind = e.kind and o.body = e.body
                and o.added_by is not distinct from e.added_by), true)
      from ratings r
     where e.organization_id = ${ctx.organizationId}::uuid and e.assessment_id = ${assessmentId}::uuid
       and r.organization_id = e.organization_id and r.assessment_id = e.assessment_id
       and r.dimension = e.dimension and r.saved_key is not null`.execute(ctx.tx);
}
