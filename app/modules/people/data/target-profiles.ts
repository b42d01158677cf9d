import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import { batches } from '~/shared/batches';
import type { RoleBand } from '../domain/role-band';
import type { TargetLevel, TargetWeight } from '../domain/target-row';

export interface TargetProfileRow {
  readonly soc: string;
  readonly roleBand: RoleBand;
  readonly dimension: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly level: TargetLevel;
  readonly weight: TargetWeight;
  readonly critical: boolean;
}

const columns = [
  'soc',
  'roleBand',
  'dimension',
  'validFrom',
  'validTo',
  'level',
  'weight',
  'critical',
] as const;

/** All periods of the target profiles of these occupations, in order. */
export async function listTargetProfiles(
  ctx: TenantContext,
  codes: readonly string[],
): Promise<TargetProfileRow[]> {
  const rows = await ctx.tx
    .selectFrom('targetProfiles')
    .select(columns)
    .where(sql<boolean>`soc = any(${codes}::text[])`)
    .orderBy('soc')
    .orderBy('roleBand')
    .orderBy('dimension')
    .orderBy('validFrom')
    .execute();
  return rows as TargetProfileRow[];
}

/** The target profiles in force on a day, of all occupations. */
export async function listTargetProfilesOn(ctx: TenantContext, asOf: string): Promise<TargetProfileRow[]> {
  const rows = await ctx.tx
    .selectFrom('targetProfiles')
    .select(columns)
    .where('validFrom', '<=', asOf)
    .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>', asOf)]))
    .orderBy('soc')
    .orderBy('roleBand')
    .orderBy('dimension')
    .execute();
  return rows as TargetProfileRow[];
}

export interface TargetPage {
  readonly asOf: string;
  /** Only this occupation, only this band; null: all. */
  readonly soc: string | null;
  readonly roleBand: number | null;
  /** The last target of the page before; null: from the beginning. */
  readonly after: (Pick<TargetProfileRow, 'soc' | 'dimension'> & { readonly roleBand: number }) | null;
  readonly limit: number;
}

/** A page of the target profiles in force on a day, by occupation, band and dimension. */
export async function listTargetPage(ctx: TenantContext, page: TargetPage): Promise<TargetProfileRow[]> {
  const { asOf, soc, roleBand, after, limit } = page;
  const rows = await ctx.tx
    .selectFrom('targetProfiles')
    .select(columns)
    .where('validFrom', '<=', asOf)
    .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>', asOf)]))
    .$if(soc !== null, (query) => query.where('soc', '=', soc ?? ''))
    .$if(roleBand !== null, (query) => query.where('roleBand', '=', roleBand ?? 0))
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(soc, role_band, dimension) > (${after?.soc}::text, ${after?.roleBand}::smallint, ${after?.dimension}::text)`,
      ),
    )
    .orderBy('soc')
    .orderBy('roleBand')
    .orderBy('dimension')
    .limit(limit)
    .execute();
  return rows as TargetProfileRow[];
}

export type TargetProfileKey = Pick<TargetProfileRow, 'soc' | 'roleBand' | 'dimension' | 'validFrom'>;

/** Deletes periods by occupation, band, dimension and first day. */
export async function deleteTargetProfiles(
  ctx: TenantContext,
  keys: readonly TargetProfileKey[],
): Promise<void> {
  if (keys.length === 0) return;
  const codes = keys.map((key) => key.soc);
  const bands = keys.map((key) => key.roleBand);
  const dimensions = keys.map((key) => key.dimension);
  const days = keys.map((key) => key.validFrom);
  await ctx.tx
    .deleteFrom('targetProfiles')
    .where(
      sql<boolean>`(soc, role_band, dimension, valid_from) in (select * from unnest(${codes}::text[], ${bands}::smallint[], ${dimensions}::text[], ${days}::date[]))`,
    )
    .execute();
}

/** Stores periods by occupation, band, dimension and first day. */
export async function upsertTargetProfiles(
  ctx: TenantContext,
  rows: readonly TargetProfileRow[],
): Promise<void> {
  for (const batch of batches(rows)) {
    await ctx.tx
      .insertInto('targetProfiles')
      .values(batch.map((row) => ({ ...row, recordedAt: ctx.now })))
      .onConflict((conflict) =>
        conflict
          .columns(['organizationId', 'soc', 'roleBand', 'dimension', 'validFrom'])
          .doUpdateSet((eb) => ({
            validTo: eb.ref('excluded.validTo'),
            level: eb.ref('excluded.level'),
            weight: eb.ref('excluded.weight'),
            critical: eb.ref('excluded.critical'),
            recordedAt: eb.ref('excluded.recordedAt'),
          })),
      )
      .execute();
  }
}
