import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';

/** Deletes operations that are over and in which one of these texts stands, be it as input, result or error. */
export async function deleteOperationsNaming(ctx: TenantContext, texts: readonly string[]): Promise<void> {
  const said = sql`concat(input::text, ' ', result::text, ' ', error::text)`;
  await ctx.tx
    .deleteFrom('operations')
    .where('state', 'in', ['done', 'failed', 'cancelled'])
    .where(
      sql<boolean>`exists (select from unnest(${texts}::text[]) as t(text) where strpos(${said}, t.text) > 0)`,
    )
    .execute();
}

/** Empties what an operation was started with. */
export async function updateOperationInput(ctx: TenantContext, operationId: string): Promise<void> {
  await ctx.tx
    .updateTable('operations')
    .set({ input: sql`'{}'::jsonb` })
    .where('operationId', '=', operationId)
    .execute();
}

/** Deletes uploads but for those that an operation that is not over works on. */
export async function deleteIdleUploads(ctx: TenantContext): Promise<void> {
  await ctx.tx
    .deleteFrom('uploads')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('operations')
            .select('operations.operationId')
            .where('operations.state', 'in', ['queued', 'running'])
            .where(sql<boolean>`operations.input ->> 'uploadId' = uploads.upload_id::text`),
        ),
      ),
    )
    .execute();
}
