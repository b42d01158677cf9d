import { type RawBuilder, sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import type { PeopleOrder } from '../domain/people-order';
import { type FiguresSelection, type PersonPlace, selected } from './person-figures';

export interface FiguresPage {
  readonly order: PeopleOrder;
  /** `sort name TAB id` of the last person of the page before, in the order by name; null: by the offset. */
  readonly after: string | null;
  readonly offset: number;
  readonly limit: number;
}

export interface OrderedPerson {
  readonly employeeId: string;
  readonly name: string;
  readonly sortName: string;
}

/** A page of the selected people in an order; who has no figure comes last, equals by name. */
export async function listFiguresPage(
  ctx: TenantContext,
  selection: FiguresSelection,
  { order, after, offset, limit }: FiguresPage,
): Promise<OrderedPerson[]> {
  const [sortName, employeeId] = after?.split('\t') ?? [];
  const beyond =
    sortName === undefined || employeeId === undefined
      ? sql``
      : sql`and (e.sort_name, e.employee_id) > (${sortName}::text, ${employeeId}::uuid)`;
  // Everybody is sorted where the page does not follow an index: in memory, not on the disk.
  await sql`select set_config('work_mem', '64MB', true)`.execute(ctx.tx);
  const { rows } = await sql<OrderedPerson>`
    select f.employee_id as "employeeId", e.name, e.sort_name as "sortName"
      from person_figures f
      join employees e on e.organization_id = ${ctx.organizationId}::uuid and e.employee_id = f.employee_id
     where ${selected(ctx, selection)} ${beyond}
     order by ${figureOf(order)} e.sort_name ${nameDirection(order)}, e.employee_id ${nameDirection(order)}
    offset ${offset} limit ${limit}`.execute(ctx.tx);
  return rows;
}

function figureOf({ by, down }: PeopleOrder): RawBuilder<unknown> {
  if (by === 'name') return sql``;
  const at = sql.lit(DIMENSIONS.indexOf(by.dimension) + 1);
  const figure =
    by.figure === 'level'
      ? sql`f.levels[${at}]`
      : sql`case when f.targets[${at}] - f.levels[${at}] is not null then greatest(0, f.targets[${at}] - f.levels[${at}]) end`;
  return down ? sql`${figure} desc nulls last,` : sql`${figure} asc nulls last,`;
}

function nameDirection({ by, down }: PeopleOrder): RawBuilder<unknown> {
  return by === 'name' && down ? sql`desc` : sql`asc`;
}

/** How many people are selected. */
export async function countFigures(ctx: TenantContext, selection: FiguresSelection): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from person_figures f where ${selected(ctx, selection)}`.execute(ctx.tx);
  return rows[0]?.n ?? 0;
}

/** Where and as what each of the selected people is counted. */
export async function listFiguresPlaces(
  ctx: TenantContext,
  selection: FiguresSelection,
): Promise<PersonPlace[]> {
  const { rows } = await sql<PersonPlace>`
    select f.employee_id as "employeeId", f.team_id as "teamId", f.site_id as "siteId", f.kind, f.available,
           f.soc, f.role_band as "roleBand"
      from person_figures f where ${selected(ctx, selection)}`.execute(ctx.tx);
  return rows;
}

/**
 * Codes of the main occupations that anybody in these teams has, in order; null: anybody at all, along the index, one
 * step for each code.
 */
export async function listMainCodes(
  ctx: TenantContext,
  teamIds: readonly string[] | null,
): Promise<string[]> {
  return teamIds === null ? everyCode(ctx) : codesOfTeams(ctx, teamIds);
}

async function codesOfTeams(ctx: TenantContext, teamIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ soc: string }>`
    select distinct soc from person_figures
     where organization_id = ${ctx.organizationId}::uuid and team_id = any(${teamIds}::uuid[]) and soc is not null
     order by soc`.execute(ctx.tx);
  return rows.map((row) => row.soc);
}

async function everyCode(ctx: TenantContext): Promise<string[]> {
  const organization = sql`${ctx.organizationId}::uuid`;
  const { rows } = await sql<{ soc: string }>`
    with recursive codes as (
      (select soc from person_figures where organization_id = ${organization} and soc is not null order by soc limit 1)
      union all
      select (select f.soc from person_figures f
               where f.organization_id = ${organization} and f.soc > codes.soc order by f.soc limit 1)
        from codes where codes.soc is not null)
    select soc from codes where soc is not null`.execute(ctx.tx);
  return rows.map((row) => row.soc);
}
