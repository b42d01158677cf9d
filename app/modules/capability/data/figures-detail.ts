import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import { type FiguresSelection, selected } from './person-figures';

/** The most frequent main occupations of the selected people. */
export async function listMainOccupations(
  ctx: TenantContext,
  selection: FiguresSelection,
  most: number,
): Promise<string[]> {
  const { rows } = await sql<{ soc: string }>`
    select f.soc from person_figures f
     where ${selected(ctx, selection)} and f.soc is not null
     group by f.soc order by count(*) desc, f.soc limit ${most}`.execute(ctx.tx);
  return rows.map((row) => row.soc);
}

/** Framework versions of the ratings that count for the selected people in a dimension, each once, in order. */
export async function listCountedVersions(
  ctx: TenantContext,
  selection: FiguresSelection,
  dimension: Dimension,
): Promise<string[]> {
  const { rows } = await sql<{ version: string }>`
    select distinct p.framework_version collate "C" as version
      from person_figures f
      join profiles p on p.organization_id = ${ctx.organizationId}::uuid and p.employee_id = f.employee_id
     where ${selected(ctx, selection)} and p.dimension = ${dimension} and p.framework_version is not null
     order by version`.execute(ctx.tx);
  return rows.map((row) => row.version);
}
