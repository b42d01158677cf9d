import { sql } from 'kysely';
import { columnLists, type ListedColumn } from '#db/column-lists';
import type { TenantContext } from '#db/tenancy';
import { stampColumns } from '../domain/figures-stamp';
import type { PeopleSums } from '../domain/overview/overview-sums';
import type { PersonOverview } from '../domain/overview/person-overview';
import type { ProfileStamp } from './profiles';

export interface NewPersonOverview extends PersonOverview {
  readonly employeeId: string;
}

const WRITTEN: Readonly<Record<string, ListedColumn<NewPersonOverview>>> = {
  employee_id: ['uuid', (row) => row.employeeId],
  with_target: ['smallint', (row) => row.withTarget],
  assessed: ['smallint', (row) => row.assessed],
  due: ['smallint', (row) => row.due],
  strength_units: ['bigint', (row) => row.strengthUnits],
  ai_attainment: ['smallint', (row) => row.aiAttainment],
  ai_target: ['boolean', (row) => row.aiTarget],
  quarter: ['date', (row) => row.quarter],
  pairs: ['smallint', (row) => row.moves.pairs],
  rises: ['smallint', (row) => row.moves.rises],
  falls: ['smallint', (row) => row.moves.falls],
  net: ['smallint', (row) => row.moves.net],
  former_pairs: ['smallint', (row) => row.formerMoves.pairs],
  former_rises: ['smallint', (row) => row.formerMoves.rises],
  former_falls: ['smallint', (row) => row.formerMoves.falls],
  former_net: ['smallint', (row) => row.formerMoves.net],
};

/** Replaces the rows of these people. */
export async function replacePersonOverviews(
  ctx: TenantContext,
  rows: readonly NewPersonOverview[],
  stamp: ProfileStamp,
): Promise<void> {
  if (rows.length === 0) return;
  const lists = columnLists(WRITTEN, rows, stampColumns(stamp));
  await sql`
    insert into person_overview (organization_id, ${lists.names})
    select ${ctx.organizationId}::uuid, ${lists.values} from ${lists.rows}
    on conflict (organization_id, employee_id) do update set ${lists.updates(['employee_id'])}`.execute(
    ctx.tx,
  );
}

export interface TeamPeopleSums extends PeopleSums {
  readonly teamId: string;
}

/**
 * The sums of the active people of each team that has any, by the team they are directly in.
 * @param quarter first day of the quarter whose moves are asked for: the one of the stored figures, or the one before.
 */
export async function sumPeopleOverviews(ctx: TenantContext, quarter: string): Promise<TeamPeopleSums[]> {
  const organization = ctx.organizationId;
  const { rows } = await sql<Record<(typeof COLUMNS)[number], number> & { readonly teamId: string }>`
    with one as (
      select f.team_id, o.with_target, o.assessed, o.due, o.strength_units, o.ai_attainment, o.ai_target, moved.*
        from person_figures f
        join person_overview o on o.organization_id = ${organization}::uuid and o.employee_id = f.employee_id
       cross join lateral (
         select case when o.quarter = ${quarter}::date then o.pairs
                     when o.quarter > ${quarter}::date then o.former_pairs else 0 end as pairs,
                case when o.quarter = ${quarter}::date then o.rises
                     when o.quarter > ${quarter}::date then o.former_rises else 0 end as rises,
                case when o.quarter = ${quarter}::date then o.falls
                     when o.quarter > ${quarter}::date then o.former_falls else 0 end as falls,
                case when o.quarter = ${quarter}::date then o.net
                     when o.quarter > ${quarter}::date then o.former_net else 0 end as net) moved
       where f.organization_id = ${organization}::uuid)
    select team_id as "teamId", count(*)::int as people,
           sum(with_target)::int as "withTarget", sum(assessed)::int as assessed, sum(due)::int as due,
           sum(strength_units)::float8 as units,
           (count(*) filter (where ai_target))::int as "aiTargets", count(ai_attainment)::int as "aiAssessed",
           coalesce(sum(ai_attainment), 0)::int as "aiAttained",
           (count(*) filter (where pairs > 0))::int as moved, sum(pairs)::int as pairs,
           sum(rises)::int as rises, sum(falls)::int as falls, sum(net)::int as net
      from one
     group by team_id
     order by team_id`.execute(ctx.tx);
  return rows.map((row) => ({
    teamId: row.teamId,
    people: row.people,
    trust: { withTarget: row.withTarget, assessed: row.assessed, due: row.due, units: row.units },
    ai: { withTarget: row.aiTargets, assessed: row.aiAssessed, attained: row.aiAttained },
    moves: { people: row.moved, pairs: row.pairs, rises: row.rises, falls: row.falls, net: row.net },
  }));
}

const COLUMNS = [
  ...(['people', 'withTarget', 'assessed', 'due', 'units', 'aiTargets', 'aiAssessed', 'aiAttained'] as const),
  ...(['moved', 'pairs', 'rises', 'falls', 'net'] as const),
] as const;
