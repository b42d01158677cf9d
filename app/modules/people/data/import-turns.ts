import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { ManagedPerson } from '../domain/imports/refused-in-turn';
import { linesOf } from './import-lines';

/** Numbers of rows as texts with commas between; of pairs "3,1,4,1": a row's and the other's. Null: none. */
export interface TurnNumbers {
  readonly refused: string | null;
  readonly managers: string | null;
  readonly owners: string | null;
}

/**
 * Rows that were refused, and good ones that depend on the row of somebody else: of a manager who is not known, and of who
 * has their e-mail. Where somebody has two rows, which are refused both, the last one stands for them.
 */
export async function listTurnNumbers(ctx: TenantContext, importId: string): Promise<TurnNumbers> {
  const organization = ctx.organizationId;
  const { rows } = await sql<TurnNumbers>`
    with good as materialized (
      select l.number, l.external_id, l.manager, l.email_key from public.import_lines l
       where ${linesOf(ctx, importId, 'l')} and l.fault is null
    ), read as materialized (
      select m.external_id, max(m.number) as number from public.import_lines m
       where ${linesOf(ctx, importId, 'm')} and m.fault_round is distinct from 0 group by m.external_id
    )
    select (select string_agg(r.number::text, ',' order by r.number) from read r
              join public.import_lines l on l.number = r.number
             where ${linesOf(ctx, importId, 'l')} and l.fault is not null) as refused,
           (select string_agg(g.number || ',' || r.number, ',' order by g.number) from good g
              join read r on r.external_id = g.manager
             where not exists (select from public.employees e
                                where e.organization_id = ${organization}::uuid and e.external_id = g.manager)) as managers,
           (select string_agg(g.number || ',' || r.number, ',' order by g.number) from public.employees e
              join good g on g.email_key = lower(e.email) and g.external_id <> e.external_id
              join read r on r.external_id = e.external_id
             where e.organization_id = ${organization}::uuid) as owners`.execute(ctx.tx);
  return rows[0] ?? { refused: null, managers: null, owners: null };
}

/**
 * Managers with who would be theirs by their good row, and who is now: only those who have somebody reporting to them, by
 * a row or now, since a circle has no others.
 */
export async function listManagedPeople(ctx: TenantContext, importId: string): Promise<ManagedPerson[]> {
  const organization = ctx.organizationId;
  const { rows } = await sql<ManagedPerson>`
    with stated as materialized (
      select l.number, l.external_id, l.manager from public.import_lines l
       where ${linesOf(ctx, importId, 'l')} and l.fault is null and l.manager is not null
    ), known as materialized (
      select e.external_id, m.external_id as manager
        from public.employments p
        join public.employees e on e.organization_id = ${organization}::uuid and e.employee_id = p.employee_id
        join public.employees m on m.organization_id = ${organization}::uuid and m.employee_id = p.manager_id
       where p.organization_id = ${organization}::uuid and p.valid_to is null
    ), managers as materialized (
      select manager as external_id from stated where manager <> '' union select manager from known
    )
    select external_id as "externalId", coalesce(s.number, 0) as number, coalesce(s.manager, '') as stated,
           coalesce(k.manager, '') as known
      from managers
      left join stated s using (external_id)
      left join known k using (external_id)
     where s.manager <> '' or k.manager is not null
     order by external_id collate "C"`.execute(ctx.tx);
  return rows;
}

/** The round of rows that are refused because others are. */
const LATER = 2;

/**
 * Keeps of good rows that they are refused because of another's row, as pairs of numbers: of their manager, or of whom
 * their e-mail belongs to.
 */
export async function updateInTurn(
  ctx: TenantContext,
  importId: string,
  { pairs, because }: { readonly pairs: readonly number[]; readonly because: 'manager' | 'owner' },
): Promise<void> {
  if (pairs.length === 0) return;
  const about = sql.raw<unknown>(because === 'manager' ? 'm.line' : 'm.external_id');
  const [numbers, others] = [0, 1].map((place) => pairs.filter((_, at) => at % 2 === place));
  await sql`
    update public.import_lines l
       set fault = json_build_array(${because}::text, ${about})::text, fault_round = ${LATER}
      from unnest(${numbers}::integer[], ${others}::integer[]) as given(number, other), public.import_lines m
     where ${linesOf(ctx, importId, 'l')} and l.number = given.number and l.fault is null
       and ${linesOf(ctx, importId, 'm')} and m.number = given.other`.execute(ctx.tx);
}

/** Keeps of good rows in circles of managers that they are refused, each with its fault. */
export async function updateCirclesInTurn(
  ctx: TenantContext,
  importId: string,
  rows: readonly { readonly number: number; readonly fault: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    update public.import_lines l set fault = given.fault, fault_round = ${LATER}
      from unnest(${rows.map(({ number }) => number)}::integer[], ${rows.map(({ fault }) => fault)}::text[])
        as given(number, fault)
     where ${linesOf(ctx, importId, 'l')} and l.number = given.number and l.fault is null`.execute(ctx.tx);
}
