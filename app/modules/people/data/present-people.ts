import { type RawBuilder, sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';

/** Stands between the facts of a line; no text that is stored of people has it. */
export const BETWEEN_FACTS = '\u001f';
/** Stands between lines. */
const BETWEEN_LINES = '\u001e';

/** People by their ids, both ends included. */
export interface IdRange {
  readonly first: string;
  readonly last: string;
}

/**
 * Those of these people who have no last day, as lines: id, external id, name, e-mail, kind, start. One text is read
 * many times faster than columns; each of the three reads looks at one table, as a join of many would ask for each
 * person whose rows they are.
 */
export function listPersonLines(ctx: TenantContext, range: IdRange): Promise<string[]> {
  return linesOf(
    ctx,
    sql`
    select concat_ws(chr(31), employee_id, external_id, name, coalesce(email, ''), kind,
             coalesce(to_char(started_on, 'YYYY-MM-DD'), '')) as line
      from public.employees where ${within(ctx, range)} and ended_on is null`,
  );
}

/** Their employments without an end, begun and not left: id, first day, title, team, site, manager, status, available. */
export function listEmploymentLines(ctx: TenantContext, range: IdRange, today: string): Promise<string[]> {
  return linesOf(
    ctx,
    sql`
    select concat_ws(chr(31), employee_id, to_char(valid_from, 'YYYY-MM-DD'), title, team_id,
             coalesce(site_id::text, ''), coalesce(manager_id::text, ''), status, available) as line
      from public.employments
     where ${within(ctx, range)} and valid_to is null and valid_from <= ${today}::date and status <> 'left'`,
  );
}

/** All that they ever held: id, code, first day, share, band or 0, `?` where it ended or is only proposed. */
export function listHeldLines(ctx: TenantContext, range: IdRange): Promise<string[]> {
  return linesOf(
    ctx,
    sql`
    select concat_ws(chr(31), employee_id, soc, to_char(valid_from, 'YYYY-MM-DD'), share, coalesce(role_band, 0),
             case when valid_to is null and confirmed_by is not null then '' else '?' end) as line
      from public.employee_occupations where ${within(ctx, range)}`,
  );
}

function within(ctx: TenantContext, { first, last }: IdRange): RawBuilder<unknown> {
  return sql`organization_id = ${ctx.organizationId}::uuid
    and employee_id >= ${first}::uuid and employee_id <= ${last}::uuid`;
}

/** One text holds all lines: a row for each costs more than what it says. */
async function linesOf(ctx: TenantContext, query: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await sql<{ lines: string | null }>`
    select string_agg(line, chr(30)) as lines from (${query}) as people`.execute(ctx.tx);
  return rows[0]?.lines?.split(BETWEEN_LINES) ?? [];
}
