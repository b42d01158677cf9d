import { type RawBuilder, sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { StatedColumns } from '../domain/imports/stated-line';
import { linesOf } from './import-lines';

interface Known {
  readonly today: string;
  readonly stated: StatedColumns;
  /** Teams by the words of the file; others are named by their id. */
  readonly teams: ReadonlyMap<string, string>;
  /** Whether rows are held against what is known at all; else all are left. */
  readonly compare: boolean;
}

export interface LinesLeft {
  /** Rows of new people and of known ones, as numbers with commas between; null: none. */
  readonly fresh: string | null;
  readonly known: string | null;
  /** How many rows state only what is known, and how many are good in all. */
  readonly stated: number;
  readonly good: number;
}

/**
 * The good rows that bring something, or may: whoever is as the row states has a present without a planned end and
 * nothing planned after it, and Cadre owns no field of them (as-stated.ts is the same of one person).
 */
export async function listLinesLeft(ctx: TenantContext, importId: string, known: Known): Promise<LinesLeft> {
  const people = known.compare ? presentPeople(ctx, known) : knownPeople(ctx);
  const { rows } = await sql<LinesLeft>`
    with people as (${people})
    select string_agg(number::text, ',' order by number) filter (where employee_id is null) as fresh,
           string_agg(number::text, ',' order by number)
             filter (where employee_id is not null and stated is not true) as known,
           (count(*) filter (where stated))::integer as stated, count(*)::integer as good
      from (select l.number, p.employee_id, ${known.compare ? AS_STATED : sql`false`} as stated
              from public.import_lines l left join people p on p.external_id = l.external_id
             where ${linesOf(ctx, importId, 'l')} and l.fault is null) as good`.execute(ctx.tx);
  return rows[0] ?? { fresh: null, known: null, stated: 0, good: 0 };
}

const knownPeople = ({ organizationId }: TenantContext) => sql`
  select employee_id, external_id from public.employees where organization_id = ${organizationId}::uuid`;

/** Whether a row (l) states only what is known of a person (p, presentPeople). */
const AS_STATED = sql`(l.facts = p.facts and l.ended_on is null
  and (l.started_on is null or l.started_on = p.started_on)
  and case when l.held is null then l.band is null
           else p.held = l.held and p.is_plain and (l.band is null or (p.lowest = l.band and p.highest = l.band)) end)`;

/**
 * Everybody with what is known of the present in one text, as rows have it (statedLine); without a text: it takes a
 * closer look, or Cadre owns a field. With it goes what is held, and whether nothing ever ended or is only proposed.
 */
function presentPeople(
  { organizationId }: TenantContext,
  { today, teams, stated }: Known,
): RawBuilder<unknown> {
  const own = sql`organization_id = ${organizationId}::uuid`;
  const facts = [
    sql`e.name`,
    ...(stated.email ? [sql`coalesce(e.email, '')`] : []),
    ...(stated.kind ? [sql`e.kind`] : []),
    sql`p.title`,
    sql`coalesce(t.path, p.team_id::text)`,
    ...(stated.site ? [sql`coalesce(s.name, p.site_id::text, '')`] : []),
    ...(stated.manager ? [sql`coalesce(m.external_id, '')`] : []),
    ...(stated.status ? [sql`p.status`] : []),
    ...(stated.available ? [sql`case when p.available then 'yes' else 'no' end`] : []),
  ];
  return sql`
    select e.employee_id, e.external_id, to_char(e.started_on, 'YYYY-MM-DD') as started_on,
           case when p.employee_id is not null and o.employee_id is null and e.ended_on is null
                 and (e.started_on is null or e.started_on <= ${today}::date)
                then concat_ws(chr(31), ${sql.join(facts)}) end as facts,
           h.held, h.is_plain and h.latest <= p.valid_from as is_plain, h.lowest, h.highest
      from public.employees e
      left join (select * from public.employments where ${own} and valid_to is null
                    and valid_from <= ${today}::date and status <> 'left') as p on p.employee_id = e.employee_id
      left join unnest(${[...teams.keys()]}::uuid[], ${[...teams.values()]}::text[]) as t(team_id, path)
             on t.team_id = p.team_id
      left join (select site_id, name from public.sites where ${own}) as s on s.site_id = p.site_id
      left join (select employee_id, external_id from public.employees where ${own}) as m
             on m.employee_id = p.manager_id
      left join (select employee_id, string_agg(soc || ':' || share, ';' order by soc collate "C") as held,
                        bool_and(valid_to is null and confirmed_by is not null) as is_plain,
                        max(valid_from) as latest, min(coalesce(role_band, 0)) as lowest,
                        max(coalesce(role_band, 0)) as highest
                   from public.employee_occupations where ${own} group by employee_id) as h
             on h.employee_id = e.employee_id
      left join (select distinct employee_id from public.owned_fields where ${own}) as o
             on o.employee_id = e.employee_id
     where e.${own}`;
}

/** Of new people's good rows those whose manager is new as well: both numbers, "3 1,4 1"; null: none. */
export async function listFreshManagers(ctx: TenantContext, importId: string): Promise<string | null> {
  const isFresh = (alias: 'l' | 'm') => sql<boolean>`${linesOf(ctx, importId, alias)}
    and ${sql.raw(alias)}.fault is null and not exists (select from public.employees e
      where e.organization_id = ${ctx.organizationId}::uuid and e.external_id = ${sql.raw(alias)}.external_id)`;
  const { rows } = await sql<{ pairs: string | null }>`
    select string_agg(l.number || ' ' || m.number, ',') as pairs
      from public.import_lines l join public.import_lines m on m.external_id = l.manager
     where ${isFresh('l')} and ${isFresh('m')}`.execute(ctx.tx);
  return rows[0]?.pairs ?? null;
}

/** The occupations that good rows state, each text once, with its first row's number and line and how many rows. */
export async function listStatedOccupations(
  ctx: TenantContext,
  importId: string,
): Promise<{ held: string; line: number; rows: number }[]> {
  const { rows } = await sql<{ held: string; line: number; rows: number }>`
    select l.held, min(l.line) as line, count(*)::integer as rows from public.import_lines l
     where ${linesOf(ctx, importId, 'l')} and l.fault is null and l.held is not null
     group by l.held order by min(l.number)`.execute(ctx.tx);
  return rows;
}

/** Says of rows of people of whom Cadre owns e-mail or manager that they state what is known, or none. */
export async function updateOwnedLines(ctx: TenantContext, importId: string): Promise<void> {
  await sql`
    update public.import_lines l
       set email_key = case when o.email and l.fault is null then lower(o.known) else l.email_key end,
           email_before = case when o.email and l.fault is null then o.known else l.email_before end,
           manager = case when o.manager then null else l.manager end
      from (select e.external_id, e.email as known, bool_or(f.field = 'email') as email,
                   bool_or(f.field = 'managerExternalId') as manager
              from public.owned_fields f
              join public.employees e on e.organization_id = ${ctx.organizationId}::uuid
                                     and e.employee_id = f.employee_id
             where f.organization_id = ${ctx.organizationId}::uuid and f.field in ('email', 'managerExternalId')
             group by e.external_id, e.email) as o
     where ${linesOf(ctx, importId, 'l')} and l.external_id = o.external_id`.execute(ctx.tx);
}

/**
 * Takes e-mails away that these good rows give to others, so that people of different batches can exchange them; their
 * rows note what they had. Rows that state only what is known give none.
 */
export async function updateReleasedEmails(
  ctx: TenantContext,
  importId: string,
  numbers: readonly number[],
): Promise<void> {
  await sql`
    with given as materialized (
      select l.email_key, l.external_id from unnest(${numbers}::integer[]) as n(number)
        join public.import_lines l on l.number = n.number
       where ${linesOf(ctx, importId, 'l')} and l.email_key is not null
    ), taken as materialized (
      select e.employee_id, e.external_id, e.email from given
        join public.employees e on lower(e.email) = given.email_key and e.external_id <> given.external_id
       where e.organization_id = ${ctx.organizationId}::uuid
    ), noted as (
      update public.import_lines l set email_before = taken.email from taken
       where ${linesOf(ctx, importId, 'l')} and l.external_id = taken.external_id
    )
    update public.employees e set email = null from taken
     where e.organization_id = ${ctx.organizationId}::uuid and e.employee_id = taken.employee_id`.execute(
    ctx.tx,
  );
}

/** Everybody whose id no row of the file has, of rejected rows neither. */
export async function listAbsentPeople(
  ctx: TenantContext,
  importId: string,
): Promise<{ employeeId: string; externalId: string }[]> {
  const { rows } = await sql<{ employeeId: string; externalId: string }>`
    select e.employee_id as "employeeId", e.external_id as "externalId" from public.employees e
     where e.organization_id = ${ctx.organizationId}::uuid
       and not exists (select from public.import_lines l
                        where ${linesOf(ctx, importId, 'l')} and l.external_id = e.external_id)`.execute(
    ctx.tx,
  );
  return rows;
}

/** Those who ever were a manager of these people. */
export async function listManagersEver(
  ctx: TenantContext,
  employeeIds: readonly string[],
): Promise<{ employeeId: string; externalId: string }[]> {
  const { rows } = await sql<{ employeeId: string; externalId: string }>`
    select m.employee_id as "employeeId", m.external_id as "externalId" from public.employees m
     where m.organization_id = ${ctx.organizationId}::uuid and m.employee_id in (
       select p.manager_id from public.employments p
        where p.organization_id = ${ctx.organizationId}::uuid and p.employee_id = any(${employeeIds}::uuid[]))`.execute(
    ctx.tx,
  );
  return rows;
}

/** How many people are known, whatever their status. */
export async function countEmployees(ctx: TenantContext): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select count(*)::integer as people from public.employees
     where organization_id = ${ctx.organizationId}::uuid`.execute(ctx.tx);
  return rows[0]?.people ?? 0;
}
