import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { RoleBand } from '../domain/role-band';

export interface HolderQuestion {
  readonly day: string;
  /** Per cent of the work under which an occupation sets no target. */
  readonly minimumShare: number;
  /** Only people directly in these teams; null: everybody. */
  readonly teamIds: readonly string[] | null;
}

export interface HolderCount {
  readonly soc: string;
  readonly roleBand: RoleBand;
  readonly people: number;
}

/** The people of whom each occupation and band sets a target on a day; not those who have left. */
export async function countTargetHolders(
  ctx: TenantContext,
  question: HolderQuestion,
): Promise<HolderCount[]> {
  const { rows } = await sql<HolderCount>`
    select o.soc, o.role_band as "roleBand", count(*)::int as people
      ${holders(ctx, question)}
     group by o.soc, o.role_band order by o.soc, o.role_band`.execute(ctx.tx);
  return rows;
}

/** How many people the targets of these occupations and bands are about on a day, each once. */
export async function countPeopleTouched(
  ctx: TenantContext,
  pairs: readonly { readonly soc: string; readonly roleBand: number }[],
  question: HolderQuestion,
): Promise<number> {
  const codes = pairs.map(({ soc }) => soc);
  const bands = pairs.map(({ roleBand }) => roleBand);
  const { rows } = await sql<{ people: number }>`
    select count(distinct o.employee_id)::int as people
      ${holders(ctx, question)}
       and (o.soc, o.role_band) in (select * from unnest(${codes}::text[], ${bands}::smallint[]))`.execute(
    ctx.tx,
  );
  return rows[0]?.people ?? 0;
}

function holders({ organizationId }: TenantContext, { day, minimumShare, teamIds }: HolderQuestion) {
  return sql`
      from employee_occupations o
      join employments e on e.organization_id = ${organizationId} and e.employee_id = o.employee_id
     where o.organization_id = ${organizationId}
       and o.confirmed_by is not null and o.role_band is not null and o.share >= ${minimumShare}
       and o.valid_from <= ${day}::date and (o.valid_to is null or o.valid_to > ${day}::date)
       and e.valid_from <= ${day}::date and (e.valid_to is null or e.valid_to > ${day}::date)
       and e.status <> 'left'
       and (${teamIds}::uuid[] is null or e.team_id = any(${teamIds}::uuid[]))`;
}
