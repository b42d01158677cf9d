import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { ImportLayout } from '../domain/imports/import-layout';
import type { TableColumns } from '../domain/imports/table-columns';

const json = (layout: ImportLayout | TableColumns) => sql<never>`${JSON.stringify(layout)}::text::jsonb`;

/** How files with this header were read last. */
export async function findLayout(ctx: TenantContext, fingerprint: string): Promise<unknown> {
  const row = await ctx.tx
    .selectFrom('importLayouts')
    .select('layout')
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst();
  return row?.layout;
}

/** How files with this header were read last, held until the transaction ends; where nobody knows, the first is kept. */
export async function lockLayout(
  ctx: TenantContext,
  fingerprint: string,
  first: ImportLayout,
): Promise<unknown> {
  await ctx.tx
    .insertInto('importLayouts')
    .values({ fingerprint, layout: json(first), usedAt: ctx.now })
    .onConflict((conflict) => conflict.columns(['organizationId', 'fingerprint']).doNothing())
    .execute();
  const row = await ctx.tx
    .selectFrom('importLayouts')
    .select('layout')
    .where('fingerprint', '=', fingerprint)
    .forUpdate()
    .executeTakeFirst();
  return row?.layout;
}

/** Remembers how files with this header are read. */
export async function upsertLayout(
  ctx: TenantContext,
  fingerprint: string,
  layout: ImportLayout | TableColumns,
): Promise<void> {
  await ctx.tx
    .insertInto('importLayouts')
    .values({ fingerprint, layout: json(layout), usedAt: ctx.now })
    .onConflict((conflict) =>
      conflict.columns(['organizationId', 'fingerprint']).doUpdateSet((eb) => ({
        layout: eb.ref('excluded.layout'),
        usedAt: eb.ref('excluded.usedAt'),
      })),
    )
    .execute();
}
