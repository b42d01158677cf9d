import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';

/** Whose titles are read: of people who have not left on the day; of some teams only where they are given. */
export interface TitleQuestion {
  readonly day: string;
  /** Null: all teams. */
  readonly teamIds: readonly string[] | null;
}

export interface TitleCountRow {
  readonly title: string;
  readonly people: number;
  /** Those of them without an occupation on the day, or with one that nobody has confirmed. */
  readonly unmapped: number;
}

const employedOn = (ctx: TenantContext, { day, teamIds }: TitleQuestion) => sql`
  select e.employee_id, e.title from employments e
   where e.organization_id = ${ctx.organizationId} and e.status <> 'left'
     and e.valid_from <= ${day}::date and (e.valid_to is null or e.valid_to > ${day}::date)
     ${teamIds === null ? sql`` : sql`and e.team_id = any(${teamIds}::uuid[])`}`;

const heldOn = (ctx: TenantContext, { day }: TitleQuestion) => sql`
  select o.employee_id, o.soc from employee_occupations o
   where o.organization_id = ${ctx.organizationId} and o.confirmed_by is not null
     and o.valid_from <= ${day}::date and (o.valid_to is null or o.valid_to > ${day}::date)`;

/** People all of whose occupations are confirmed. */
const settledOn = (ctx: TenantContext, { day }: TitleQuestion) => sql`
  select o.employee_id from employee_occupations o
   where o.organization_id = ${ctx.organizationId}
     and o.valid_from <= ${day}::date and (o.valid_to is null or o.valid_to > ${day}::date)
   group by o.employee_id having bool_and(o.confirmed_by is not null)`;

/** The distinct titles with how many people have them. */
export async function countTitles(ctx: TenantContext, question: TitleQuestion): Promise<TitleCountRow[]> {
  const { rows } = await sql<TitleCountRow>`
    select e.title, count(*)::int as people, (count(*) filter (where h.employee_id is null))::int as unmapped
      from (${employedOn(ctx, question)}) e
      left join (${settledOn(ctx, question)}) h using (employee_id)
     group by e.title order by e.title`.execute(ctx.tx);
  return rows;
}

/** How many people of each title hold each occupation, confirmed. */
export async function countTitleOccupations(
  ctx: TenantContext,
  question: TitleQuestion,
): Promise<{ title: string; soc: string; people: number }[]> {
  const { rows } = await sql<{ title: string; soc: string; people: number }>`
    select e.title, h.soc, count(*)::int as people
      from (${employedOn(ctx, question)}) e join (${heldOn(ctx, question)}) h using (employee_id)
     group by e.title, h.soc order by e.title, h.soc`.execute(ctx.tx);
  return rows;
}

export interface TitleHolder {
  readonly employeeId: string;
  readonly externalId: string;
  readonly name: string;
  readonly title: string;
}

/** Who has one of some titles; limit: only the first so many, null or absent: all. */
export interface HolderQuestion extends TitleQuestion {
  readonly titles: readonly string[];
  readonly limit?: number | null;
}

/** The people who have one of these titles, by name. */
export async function listTitleHolders(ctx: TenantContext, question: HolderQuestion): Promise<TitleHolder[]> {
  const { rows } = await sql<TitleHolder>`
    select p.employee_id, p.external_id, p.name, e.title
      from (${employedOn(ctx, question)} and e.title = any(${question.titles}::text[])) e
      join employees p on p.organization_id = ${ctx.organizationId} and p.employee_id = e.employee_id
     order by p.name, p.external_id limit ${question.limit ?? null}`.execute(ctx.tx);
  return rows;
}
