import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { NamedTable, TableColumns } from '../domain/imports/table-columns';

/** A kind of table and its header; layouts of people are kept under headers alone. */
export interface NamedHeader {
  readonly kind: NamedTable;
  /** SHA-256 of the names, hexadecimal. */
  readonly fingerprint: string;
}

const keyOf = ({ kind, fingerprint }: NamedHeader) => `${kind} ${fingerprint}`;

/** How the columns of tables with this header were named last. */
export async function findTableColumns(ctx: TenantContext, header: NamedHeader): Promise<unknown> {
  const row = await ctx.tx
    .selectFrom('importLayouts')
    .select('layout')
    .where('fingerprint', '=', keyOf(header))
    .executeTakeFirst();
  return row?.layout;
}

/** Remembers how the columns of tables with this header are named. */
export async function upsertTableColumns(
  ctx: TenantContext,
  header: NamedHeader,
  columns: TableColumns,
): Promise<void> {
  await ctx.tx
    .insertInto('importLayouts')
    .values({
      fingerprint: keyOf(header),
      layout: sql<never>`${JSON.stringify(columns)}::text::jsonb`,
      usedAt: ctx.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['organizationId', 'fingerprint']).doUpdateSet((eb) => ({
        layout: eb.ref('excluded.layout'),
        usedAt: eb.ref('excluded.usedAt'),
      })),
    )
    .execute();
}
