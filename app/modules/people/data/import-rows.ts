import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';
import type { PreviewRow, RowOutcome } from '../domain/imports/import-report';

/** Adds rows of a preview; their place is the line of the file, or a number from 1 for people who are not in it. */
export async function insertImportRows(
  ctx: TenantContext,
  importId: string,
  rows: readonly (PreviewRow & { readonly position: number })[],
): Promise<void> {
  for (const batch of batches(rows)) {
    const values = batch.map(({ detail, ...row }) => ({
      ...row,
      importId,
      detail: sql<never>`${JSON.stringify(detail)}::text::jsonb`,
    }));
    await ctx.tx.insertInto('importRows').values(values).execute();
  }
}

interface Page {
  readonly outcome: RowOutcome;
  /** Rows after this place. */
  readonly after: number;
  readonly limit: number;
}

export interface StoredPreviewRow extends PreviewRow {
  readonly position: number;
}

/** Rows of a preview with one outcome, in order. */
export async function listImportRowsPage(
  ctx: TenantContext,
  importId: string,
  { outcome, after, limit }: Page,
): Promise<StoredPreviewRow[]> {
  const rows = await ctx.tx
    .selectFrom('importRows')
    .select(['outcome', 'position', 'line', 'externalId', 'name', 'detail'])
    .where('importId', '=', importId)
    .where('outcome', '=', outcome)
    .where('position', '>', after)
    .orderBy('position')
    .limit(limit)
    .execute();
  return rows as unknown as StoredPreviewRow[];
}

/** How many people each field changes of. */
export async function countDifferences(
  ctx: TenantContext,
  importId: string,
): Promise<{ field: string; people: number }[]> {
  const { rows } = await sql<{ field: string; people: number }>`
    select d.difference ->> 'field' as field, count(*)::integer as people
      from public.import_rows r
      cross join lateral jsonb_array_elements(r.detail -> 'differences') as d(difference)
     where r.organization_id = ${ctx.organizationId}::uuid and r.import_id = ${importId}::uuid
       and r.outcome = 'changed'
     group by 1 order by 2 desc, 1`.execute(ctx.tx);
  return rows;
}

/** Deletes the preview of an import. */
export async function deleteImportRows(ctx: TenantContext, importId: string): Promise<void> {
  await ctx.tx.deleteFrom('importRows').where('importId', '=', importId).execute();
}

/** Deletes people who are missing from the file out of a preview, by their place. */
export async function deleteMissingRows(
  ctx: TenantContext,
  importId: string,
  positions: readonly number[],
): Promise<void> {
  await ctx.tx
    .deleteFrom('importRows')
    .where('importId', '=', importId)
    .where('outcome', '=', 'missing')
    .where(sql<boolean>`position = any(${positions}::integer[])`)
    .execute();
}

/** Deletes all previews: they may hold anybody. */
export async function deleteAllImportRows(ctx: TenantContext): Promise<void> {
  await ctx.tx.deleteFrom('importRows').execute();
}

/** Deletes previews of imports that were asked for before. */
export async function deleteImportRowsBefore(ctx: TenantContext, before: Date): Promise<void> {
  await ctx.tx
    .deleteFrom('importRows')
    .where('importId', 'in', (eb) =>
      eb.selectFrom('imports').select('importId').where('askedAt', '<', before),
    )
    .execute();
}
