import { type RawBuilder, sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import { type FiguresGrouping, type FiguresSelection, groupKey, selected } from './person-figures';

/** A kept day: the levels of everybody as they were released, which readers of live figures compare with. */
export interface KeptDay {
  readonly releaseId: string;
  readonly asOf: string;
}

/** The newest kept day on or before a day, else the oldest before another; none where nothing is kept. */
export async function findKeptDay(
  ctx: TenantContext,
  { since, before }: { readonly since: string; readonly before: string },
): Promise<KeptDay | undefined> {
  const kept = () =>
    ctx.tx.selectFrom('releases').select(['releaseId', 'asOf']).where('asOf', '<', before).limit(1);
  const newest = await kept()
    .where('asOf', '<=', since)
    .orderBy('asOf', 'desc')
    .orderBy('sequence', 'desc')
    .executeTakeFirst();
  return newest ?? (await kept().orderBy('asOf').orderBy('sequence').executeTakeFirst());
}

/** So many people of a group with one level in a dimension on the kept day and one today. */
export interface CountedLevels {
  /** As the grouping names it; null: those without one. */
  readonly group: string | null;
  /** Place in DIMENSIONS, from 1. */
  readonly dimension: number;
  /** Null where the level is not known, and where the person was not in the group. */
  readonly before: number | null;
  readonly after: number | null;
  readonly wasIn: boolean;
  readonly isIn: boolean;
  readonly people: number;
}

interface Compared {
  readonly kept: KeptDay;
  /** Who is counted of the kept day and of today, and under which groups. */
  readonly past: { readonly selection: FiguresSelection; readonly grouping: FiguresGrouping };
  readonly now: { readonly selection: FiguresSelection; readonly grouping: FiguresGrouping };
  /** Teams whose people of today the viewer may read; null: everybody's. */
  readonly readable: readonly string[] | null;
}

/** The levels of each group on a kept day and today, counted by pairs of levels: each person's rows are read once. */
export async function countLevelPairs(
  ctx: TenantContext,
  { kept, past, now, readable }: Compared,
): Promise<CountedLevels[]> {
  await sql`select set_config('work_mem', '64MB', true), set_config('jit', 'off', true)`.execute(ctx.tx);
  const readableOnly =
    readable === null
      ? sql``
      : sql`and exists (select from person_figures t
                         where t.organization_id = ${ctx.organizationId}::uuid
                           and t.employee_id = f.employee_id and t.team_id = any(${readable}::uuid[]))`;
  const earlier = groupKey(ctx, past.grouping);
  const present = groupKey(ctx, now.grouping);
  const { rows } = await sql<CountedLevels>`
    with past as (
           select f.employee_id, ${earlier.key} as "group", f.levels
             from (${keptPeople(ctx, kept, past)}) f ${earlier.join}
            where ${selected(ctx, past.selection)} ${readableOnly}),
         present as (
           select f.employee_id, ${present.key} as "group", f.levels
             from person_figures f ${present.join}
            where ${selected(ctx, now.selection)}),
         people as (
           select coalesce(p."group", n."group") as "group", p.levels as before, n.levels as after,
                  p.employee_id is not null as "wasIn", n.employee_id is not null as "isIn"
             from past p full join present n
               on n.employee_id = p.employee_id and coalesce(n."group", '') = coalesce(p."group", ''))
    select "group", dimension, before[dimension] as before, after[dimension] as after, "wasIn", "isIn",
           count(*)::int as people
      from people cross join generate_series(1, 12) as dimension
     group by 1, 2, 3, 4, 5, 6`.execute(ctx.tx);
  return rows;
}

/** The people of a kept day with what the selection and the grouping ask of that day, in the shape of their figures. */
function keptPeople(
  ctx: TenantContext,
  { releaseId, asOf }: KeptDay,
  { selection, grouping }: Compared['past'],
): RawBuilder<unknown> {
  const organization = sql`${ctx.organizationId}::uuid`;
  const asksOccupation =
    selection.socs !== null ||
    selection.bands !== null ||
    grouping.by === 'occupation' ||
    grouping.by === 'band';
  const occupation = asksOccupation
    ? sql`left join lateral (
           select o.soc, o.role_band
             from employee_occupations o
            where o.organization_id = ${organization} and o.employee_id = r.employee_id
              and o.confirmed_by is not null
              and o.valid_from <= ${asOf}::date and (o.valid_to is null or o.valid_to > ${asOf}::date)
            order by o.share desc, o.soc collate "C"
            limit 1) main on true`
    : sql`cross join (select null::text as soc, null::smallint as role_band) main`;
  return sql`
    select r.organization_id, r.employee_id, r.group_id as team_id, r.levels, p.kind, e.site_id, e.available,
           main.soc, main.role_band
      from release_people r
      join employees p on p.organization_id = ${organization} and p.employee_id = r.employee_id
      join employments e on e.organization_id = ${organization} and e.employee_id = r.employee_id
       and e.valid_from <= ${asOf}::date and (e.valid_to is null or e.valid_to > ${asOf}::date)
      ${occupation}
     where r.organization_id = ${organization} and r.release_id = ${releaseId}::uuid`;
}
