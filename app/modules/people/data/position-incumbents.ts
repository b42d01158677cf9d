import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';

/** One period in which a person held a post. */
export interface IncumbentRow {
  readonly positionId: string;
  readonly employeeId: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

const columns = ['positionId', 'employeeId', 'validFrom', 'validTo'] as const;

/** All periods of these posts, by post and first day. */
export async function listIncumbents(
  ctx: TenantContext,
  positionIds: readonly string[],
): Promise<IncumbentRow[]> {
  return ctx.tx
    .selectFrom('positionIncumbents')
    .select(columns)
    .where(sql<boolean>`position_id = any(${positionIds}::uuid[])`)
    .orderBy('positionId')
    .orderBy('validFrom')
    .execute();
}

/** All periods of these people, by person and first day. */
export async function listPostsOf(
  ctx: TenantContext,
  employeeIds: readonly string[],
): Promise<IncumbentRow[]> {
  return ctx.tx
    .selectFrom('positionIncumbents')
    .select(columns)
    .where(sql<boolean>`employee_id = any(${employeeIds}::uuid[])`)
    .orderBy('employeeId')
    .orderBy('validFrom')
    .execute();
}

/** Takes all periods of these posts away and stores these instead: two posts may exchange their people. */
export async function replaceIncumbents(
  ctx: TenantContext,
  positionIds: readonly string[],
  rows: readonly IncumbentRow[],
): Promise<void> {
  if (positionIds.length === 0) return;
  await ctx.tx
    .deleteFrom('positionIncumbents')
    .where(sql<boolean>`position_id = any(${positionIds}::uuid[])`)
    .execute();
  for (const batch of batches(rows)) {
    await ctx.tx
      .insertInto('positionIncumbents')
      .values(batch.map((row) => ({ ...row, recordedAt: ctx.now })))
      .execute();
  }
}

/** The people with a period, or whose post's own profile has one, that begins or ends after a day and up to another. */
export async function listIncumbentChanges(
  ctx: TenantContext,
  { after, upTo }: { readonly after: string; readonly upTo: string },
): Promise<string[]> {
  const { rows } = await sql<{ employeeId: string }>`
    select distinct held.employee_id as "employeeId"
      from position_incumbents held
     where held.organization_id = ${ctx.organizationId}::uuid
       and ((held.valid_from > ${after}::date and held.valid_from <= ${upTo}::date)
         or (held.valid_to > ${after}::date and held.valid_to <= ${upTo}::date)
         or exists (select 1 from position_profiles asked
              where asked.organization_id = ${ctx.organizationId}::uuid and asked.position_id = held.position_id
                and ((asked.valid_from > ${after}::date and asked.valid_from <= ${upTo}::date)
                  or (asked.valid_to > ${after}::date and asked.valid_to <= ${upTo}::date))))`.execute(
    ctx.tx,
  );
  return rows.map((row) => row.employeeId);
}
