import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';
import type { TitleCandidate } from '../domain/titles/match-title';

/** The candidates of a title, in short. */
export interface TitleScoreRow {
  readonly title: string;
  /** Codes of the candidates, best first, and their scores. */
  readonly socs: readonly string[];
  readonly scores: readonly number[];
}

/** The scores that this release gave to each title. */
export async function listTitleScores(ctx: TenantContext, releaseKey: string): Promise<TitleScoreRow[]> {
  const { rows } = await sql<TitleScoreRow>`
    select title, jsonb_path_query_array(candidates, '$[*].soc') as socs,
           jsonb_path_query_array(candidates, '$[*].score') as scores
      from title_scores
     where organization_id = ${ctx.organizationId} and release_key = ${releaseKey}`.execute(ctx.tx);
  return rows;
}

/** The candidates that this release gave to these titles. */
export async function listTitleCandidates(
  ctx: TenantContext,
  releaseKey: string,
  titles: readonly string[],
): Promise<{ title: string; candidates: readonly TitleCandidate[] }[]> {
  const rows = await ctx.tx
    .selectFrom('titleScores')
    .select(['title', 'candidates'])
    .where('releaseKey', '=', releaseKey)
    .where(sql<boolean>`title = any(${titles}::text[])`)
    .execute();
  return rows.map(({ title, candidates }) => ({
    title,
    candidates: candidates as unknown as readonly TitleCandidate[],
  }));
}

/** Stores the candidates of titles, in place of those of other releases. */
export async function upsertTitleScores(
  ctx: TenantContext,
  releaseKey: string,
  matches: readonly { readonly title: string; readonly candidates: readonly TitleCandidate[] }[],
): Promise<void> {
  for (const batch of batches(matches)) {
    await ctx.tx
      .insertInto('titleScores')
      .values(
        batch.map(({ title, candidates }) => ({
          title,
          releaseKey,
          candidates: sql<never>`${JSON.stringify(candidates)}::text::jsonb`,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['organizationId', 'title']).doUpdateSet((eb) => ({
          releaseKey: eb.ref('excluded.releaseKey'),
          candidates: eb.ref('excluded.candidates'),
        })),
      )
      .execute();
  }
}

/** Deletes the candidates of titles other than these: nobody has them any more. */
export async function deleteOtherTitleScores(ctx: TenantContext, titles: readonly string[]): Promise<void> {
  await ctx.tx.deleteFrom('titleScores').where(sql<boolean>`not (title = any(${titles}::text[]))`).execute();
}
