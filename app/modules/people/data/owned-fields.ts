import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';
import type { OwnableField } from '../domain/owned-fields';

export interface OwnedFieldRow {
  readonly employeeId: string;
  readonly field: OwnableField;
}

/** The fields of these people that Cadre owns, by person and field. */
export async function listOwnedFieldRows(
  ctx: TenantContext,
  employeeIds: readonly string[],
): Promise<OwnedFieldRow[]> {
  const rows = await ctx.tx
    .selectFrom('ownedFields')
    .select(['employeeId', 'field'])
    .where(sql<boolean>`employee_id = any(${employeeIds}::uuid[])`)
    .orderBy('employeeId')
    .orderBy('field')
    .execute();
  return rows as OwnedFieldRow[];
}

/** All fields of anybody that Cadre owns. */
export async function listAllOwnedFieldRows(ctx: TenantContext): Promise<OwnedFieldRow[]> {
  const rows = await ctx.tx.selectFrom('ownedFields').select(['employeeId', 'field']).execute();
  return rows as OwnedFieldRow[];
}

/** Says that Cadre owns these fields; those that it owns stay so since when they did. @returns those that are new. */
export async function insertOwnedFields(
  ctx: TenantContext,
  rows: readonly OwnedFieldRow[],
): Promise<OwnedFieldRow[]> {
  const owned: OwnedFieldRow[] = [];
  for (const batch of batches(rows)) {
    const inserted = await ctx.tx
      .insertInto('ownedFields')
      .values(batch.map((row) => ({ ...row, ownedSince: ctx.now })))
      .onConflict((conflict) => conflict.doNothing())
      .returning(['employeeId', 'field'])
      .execute();
    owned.push(...(inserted as OwnedFieldRow[]));
  }
  return owned;
}

/** Lets imports change these fields of a person again. */
export async function deleteOwnedFields(
  ctx: TenantContext,
  employeeId: string,
  fields: readonly OwnableField[],
): Promise<void> {
  await ctx.tx
    .deleteFrom('ownedFields')
    .where('employeeId', '=', employeeId)
    .where(sql<boolean>`field = any(${fields}::text[])`)
    .execute();
}
