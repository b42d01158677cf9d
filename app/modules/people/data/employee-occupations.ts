import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';
import type { RoleBand } from '../domain/role-band';

export interface EmployeeOccupationRow {
  readonly employeeId: string;
  readonly soc: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly roleBand: RoleBand | null;
  readonly share: number;
  /** Who confirmed the mapping; null: only proposed. */
  readonly confirmedBy: string | null;
}

const columns = ['employeeId', 'soc', 'validFrom', 'validTo', 'roleBand', 'share', 'confirmedBy'] as const;

/** All periods of these people, by person, code and first day. */
export async function listEmployeeOccupations(
  ctx: TenantContext,
  employeeIds: readonly string[],
): Promise<EmployeeOccupationRow[]> {
  const rows = await ctx.tx
    .selectFrom('employeeOccupations')
    .select(columns)
    .where(sql<boolean>`employee_id = any(${employeeIds}::uuid[])`)
    .orderBy('employeeId')
    .orderBy('soc')
    .orderBy('validFrom')
    .execute();
  return rows as EmployeeOccupationRow[];
}

/** What these people do on a day, by person and code. */
export async function listEmployeeOccupationsOn(
  ctx: TenantContext,
  employeeIds: readonly string[],
  asOf: string,
): Promise<EmployeeOccupationRow[]> {
  const rows = await ctx.tx
    .selectFrom('employeeOccupations')
    .select(columns)
    .where(sql<boolean>`employee_id = any(${employeeIds}::uuid[])`)
    .where('validFrom', '<=', asOf)
    .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>', asOf)]))
    .orderBy('employeeId')
    .orderBy('soc')
    .execute();
  return rows as EmployeeOccupationRow[];
}

/** The people who at any time hold one of these occupations in the band named with it. */
export async function listHolders(
  ctx: TenantContext,
  pairs: readonly { readonly soc: string; readonly roleBand: number }[],
): Promise<string[]> {
  const codes = pairs.map((pair) => pair.soc);
  const bands = pairs.map((pair) => pair.roleBand);
  const rows = await ctx.tx
    .selectFrom('employeeOccupations')
    .select('employeeId')
    .distinct()
    .where(sql<boolean>`(soc, role_band) in (select * from unnest(${codes}::text[], ${bands}::smallint[]))`)
    .execute();
  return rows.map((row) => row.employeeId);
}

/** Deletes periods by person, code and first day. */
export async function deleteEmployeeOccupations(
  ctx: TenantContext,
  keys: readonly { readonly employeeId: string; readonly soc: string; readonly validFrom: string }[],
): Promise<void> {
  if (keys.length === 0) return;
  const ids = keys.map((key) => key.employeeId);
  const codes = keys.map((key) => key.soc);
  const days = keys.map((key) => key.validFrom);
  await ctx.tx
    .deleteFrom('employeeOccupations')
    .where(
      sql<boolean>`(employee_id, soc, valid_from) in (select * from unnest(${ids}::uuid[], ${codes}::text[], ${days}::date[]))`,
    )
    .execute();
}

/** Stores periods by person, code and first day. Columns go over as lists: as many values are read one by one. */
export async function upsertEmployeeOccupations(
  ctx: TenantContext,
  rows: readonly EmployeeOccupationRow[],
): Promise<void> {
  for (const batch of batches(rows)) {
    await sql`
      insert into public.employee_occupations
             (organization_id, employee_id, soc, valid_from, valid_to, role_band, share, confirmed_by, recorded_at)
      select ${ctx.organizationId}::uuid, given.*, ${ctx.now}::timestamptz
        from unnest(${batch.map((row) => row.employeeId)}::uuid[], ${batch.map((row) => row.soc)}::text[],
                    ${batch.map((row) => row.validFrom)}::date[], ${batch.map((row) => row.validTo)}::date[],
                    ${batch.map((row) => row.roleBand)}::smallint[], ${batch.map((row) => row.share)}::smallint[],
                    ${batch.map((row) => row.confirmedBy)}::text[]) as given
          on conflict (organization_id, employee_id, soc, valid_from) do update
         set valid_to = excluded.valid_to, role_band = excluded.role_band, share = excluded.share,
             confirmed_by = excluded.confirmed_by, recorded_at = excluded.recorded_at`.execute(ctx.tx);
  }
}
