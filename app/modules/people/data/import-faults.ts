import { type RawBuilder, sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import { linesOf } from './import-lines';

/** Faults that rows have by themselves or beside each other; 0: of rows that could not be read. */
const FIRST = 1;

/** Rows that could be read, under a name: each check looks at all of them, whatever others found. */
const readLines = (ctx: TenantContext, importId: string, alias: 'l' | 'g') =>
  sql<boolean>`${linesOf(ctx, importId, alias)} and ${sql.raw(alias)}.fault_round is distinct from 0`;

/** Keeps faults of the rows of a query of number and fault that have none yet. @returns how many. */
async function keepFaults(ctx: TenantContext, importId: string, found: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ lines: number }>`
    with found(number, fault) as (${found}), kept as (
      update public.import_lines l set fault = found.fault, fault_round = ${FIRST} from found
       where ${linesOf(ctx, importId, 'l')} and l.number = found.number and l.fault is null
      returning 1)
    select count(*)::integer as lines from kept`.execute(ctx.tx);
  return rows[0]?.lines ?? 0;
}

/** Every row whose id, or e-mail, another row has, with the line of that one. @returns how many rows. */
export function updateRepeated(
  ctx: TenantContext,
  importId: string,
  column: 'id' | 'email',
): Promise<number> {
  const key = sql.raw(column === 'id' ? 'external_id' : 'email_key');
  return keepFaults(
    ctx,
    importId,
    sql`
    select number, json_build_array(${column}::text, case when place = 1 then second else first end)::text
      from (select number, row_number() over (partition by key order by number) as place,
                   first_value(line) over whole as first, nth_value(line, 2) over whole as second
              from (select g.number, g.line, g.${key} as key from public.import_lines g
                     where ${readLines(ctx, importId, 'g')} and g.${key} in (
                       select l.${key} from public.import_lines l where ${readLines(ctx, importId, 'l')}
                        group by l.${key} having count(*) > 1)) as repeated
            window whole as (partition by key order by number
                             rows between unbounded preceding and unbounded following)) as numbered`,
  );
}

/** Rows whose manager nobody is: neither a row that was read nor anybody known. */
export function updateUnknownManagers(ctx: TenantContext, importId: string): Promise<number> {
  return keepFaults(
    ctx,
    importId,
    sql`
    with unknown as materialized (
      select named.manager
        from (select distinct g.manager from public.import_lines g
               where ${readLines(ctx, importId, 'g')} and g.manager <> '') as named
       where not exists (select from public.import_lines g
                          where ${readLines(ctx, importId, 'g')} and g.external_id = named.manager)
         and not exists (select from public.employees e where e.organization_id = ${ctx.organizationId}::uuid
                            and e.external_id = named.manager)
    ), refused as (
      select m.external_id, coalesce(max(m.line) filter (where m.fault_round is distinct from 0), max(m.line)) as line
        from unknown join public.import_lines m on m.external_id = unknown.manager
       where ${linesOf(ctx, importId, 'm')}
       group by m.external_id
    )
    select l.number, json_build_array('manager', refused.line)::text
      from unknown
      join public.import_lines l on l.manager = unknown.manager
      left join refused on refused.external_id = unknown.manager
     where ${readLines(ctx, importId, 'l')}`,
  );
}

/** Rows whose e-mail belongs to somebody of whom there is no good row. */
export function updateTakenEmails(ctx: TenantContext, importId: string): Promise<number> {
  return keepFaults(
    ctx,
    importId,
    sql`
    select l.number, json_build_array('owner', owner.external_id)::text
      from (select e.external_id, lower(e.email) as key from public.employees e
             where e.organization_id = ${ctx.organizationId}::uuid and e.email is not null
               and not exists (select from public.import_lines g
                                where ${readLines(ctx, importId, 'g')} and g.external_id = e.external_id)
            offset 0) as owner
      join public.import_lines l on l.email_key = owner.key
     where ${readLines(ctx, importId, 'l')}`,
  );
}

/** Rows whose day of leaving contradicts the start or the status. */
export function updateContradictions(ctx: TenantContext, importId: string, today: string): Promise<number> {
  return keepFaults(
    ctx,
    importId,
    sql`
    select number, case when ended_on < started then json_build_array('ended', started) else '["status"]' end::text
      from (select l.number, l.ended_on, l.status,
                   coalesce(l.started_on, to_char(e.started_on, 'YYYY-MM-DD')) as started
              from public.import_lines l
              left join public.employees e on e.organization_id = ${ctx.organizationId}::uuid
                                          and e.external_id = l.external_id
             where ${readLines(ctx, importId, 'l')} and l.ended_on is not null) as leaving
     where ended_on < started or (status <> 'left' and ended_on < ${today})`,
  );
}

/** Rows of these people that state a manager, all with one fault. */
export function updateCircle(
  ctx: TenantContext,
  importId: string,
  { externalIds, fault }: { readonly externalIds: readonly string[]; readonly fault: string },
): Promise<number> {
  return keepFaults(
    ctx,
    importId,
    sql`
    select l.number, ${fault}::text from public.import_lines l
     where ${readLines(ctx, importId, 'l')} and l.manager is not null
       and l.external_id = any(${[...externalIds]}::text[])`,
  );
}

/**
 * Who would report to whom with the good rows taken, by external ids: only of those who have somebody reporting to them
 * and whose manager has one too, since a circle has no others. Where an id stands twice its last row counts.
 */
export async function listChains(
  ctx: TenantContext,
  importId: string,
): Promise<{ externalId: string; manager: string }[]> {
  const organization = ctx.organizationId;
  const { rows } = await sql<{ externalId: string; manager: string }>`
    with good as materialized (
      select l.number, l.external_id, l.manager from public.import_lines l
       where ${readLines(ctx, importId, 'l')} and l.manager is not null
    ), managers as materialized (
      select distinct manager as external_id from good where manager <> ''
      union
      select m.external_id
        from (select distinct manager_id from public.employments
               where organization_id = ${organization}::uuid and valid_to is null) as p
        join public.employees m on m.organization_id = ${organization}::uuid and m.employee_id = p.manager_id
    ), stated as materialized (
      select distinct on (external_id) external_id, manager from good join managers using (external_id)
       order by external_id, number desc
    ), unstated as materialized (
      select e.employee_id, e.external_id from public.employees e join managers using (external_id)
       where e.organization_id = ${organization}::uuid
         and not exists (select from stated where stated.external_id = e.external_id)
    ), chains as materialized (
      select external_id, manager from stated where manager <> ''
      union all
      select e.external_id, m.external_id
        from unstated e
        join public.employments p on p.organization_id = ${organization}::uuid and p.employee_id = e.employee_id
                                 and p.valid_to is null
        join public.employees m on m.organization_id = ${organization}::uuid and m.employee_id = p.manager_id
    )
    select c.external_id as "externalId", c.manager from chains c
     where c.external_id in (select manager from chains) and c.manager in (select external_id from chains)`.execute(
    ctx.tx,
  );
  return rows;
}
