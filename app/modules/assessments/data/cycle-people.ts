import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { AskedKind } from '../domain/cycle';

/** One person of a cycle. */
export interface CyclePersonRow {
  readonly employeeId: string;
  /** Null: none was confirmed. */
  readonly soc: string | null;
  readonly closesOn: string | null;
}

interface People {
  readonly cycleId: string;
  readonly employeeIds: readonly string[];
  /** The day on which occupations and managers are looked up. */
  readonly day: string;
}

/** Adds people with their main confirmed occupation of the day (largest share, ties lower code); how many were new. */
export async function insertCyclePeople(
  ctx: TenantContext,
  { cycleId, employeeIds, day }: People,
): Promise<number> {
  const organization = ctx.organizationId;
  const { rows } = await sql<{ added: number }>`
    with added as (
      insert into cycle_people (organization_id, cycle_id, employee_id, soc, added_at)
      select ${organization}, ${cycleId}::uuid, person.id, main.soc, ${ctx.now}::timestamptz
        from unnest(${employeeIds}::uuid[]) as person(id)
        left join lateral (
          select o.soc from employee_occupations o
           where o.organization_id = ${organization} and o.employee_id = person.id and o.confirmed_by is not null
             and o.valid_from <= ${day}::date and (o.valid_to is null or o.valid_to > ${day}::date)
           order by o.share desc, o.soc limit 1) as main on true
      on conflict do nothing
      returning 1)
    select count(*)::int as added from added`.execute(ctx.tx);
  return rows[0]?.added ?? 0;
}

/** Asks people to rate themselves, and who manages them on the day, as far as the cycle asks these; repeatable. */
export async function insertOwnRaters(
  ctx: TenantContext,
  { cycleId, employeeIds, day }: People,
  kinds: readonly AskedKind[],
): Promise<void> {
  const organization = ctx.organizationId;
  if (kinds.includes('self'))
    await sql`
      insert into cycle_raters (organization_id, cycle_id, employee_id, rater_id, rater_kind, added_at)
      select ${organization}, ${cycleId}::uuid, person.id, person.id, 'self', ${ctx.now}::timestamptz
        from unnest(${employeeIds}::uuid[]) as person(id)
      on conflict do nothing`.execute(ctx.tx);
  if (kinds.includes('manager'))
    await sql`
      insert into cycle_raters (organization_id, cycle_id, employee_id, rater_id, rater_kind, added_at)
      select ${organization}, ${cycleId}::uuid, e.employee_id, e.manager_id, 'manager', ${ctx.now}::timestamptz
        from employments e
        join employments m on m.organization_id = ${organization} and m.employee_id = e.manager_id
       where e.organization_id = ${organization} and e.employee_id = any(${employeeIds}::uuid[])
         and e.manager_id <> e.employee_id and m.status <> 'left'
         and e.valid_from <= ${day}::date and (e.valid_to is null or e.valid_to > ${day}::date)
         and m.valid_from <= ${day}::date and (m.valid_to is null or m.valid_to > ${day}::date)
      on conflict (organization_id, cycle_id, employee_id, rater_id)
        do update set rater_kind = 'manager', state = 'approved' where cycle_raters.rater_kind = 'peer'`.execute(
      ctx.tx,
    );
}

/** Takes managers off who are so no more and have not rated, before those of the day are asked. */
export async function deleteFormerManagers(ctx: TenantContext, cycleId: string, day: string): Promise<void> {
  const organization = ctx.organizationId;
  await sql`
    delete from cycle_raters r
     where r.organization_id = ${organization} and r.cycle_id = ${cycleId}::uuid and r.rater_kind = 'manager'
       and not exists (
         select 1 from employments e
          where e.organization_id = ${organization} and e.employee_id = r.employee_id and e.manager_id = r.rater_id
            and e.valid_from <= ${day}::date and (e.valid_to is null or e.valid_to > ${day}::date))
       and not exists (
         select 1 from assessments a
          where a.organization_id = ${organization} and a.cycle_id = r.cycle_id and a.employee_id = r.employee_id
            and a.rater_id = r.rater_id and a.state = 'submitted')`.execute(ctx.tx);
}

/** Those of a cycle whom no manager is asked to rate or has rated. */
export async function listWithoutManager(ctx: TenantContext, cycleId: string): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('cyclePeople as p')
    .select('p.employeeId')
    .where('p.cycleId', '=', cycleId)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('cycleRaters as r')
            .select('r.raterId')
            .where('r.cycleId', '=', cycleId)
            .where('r.raterKind', '=', 'manager')
            .whereRef('r.employeeId', '=', 'p.employeeId'),
        ),
      ),
    )
    .execute();
  return rows.map(({ employeeId }) => employeeId);
}

/** One person as the cycle has them; undefined: it does not. */
export async function findCyclePerson(
  ctx: TenantContext,
  cycleId: string,
  employeeId: string,
): Promise<CyclePersonRow | undefined> {
  return ctx.tx
    .selectFrom('cyclePeople')
    .select(['employeeId', 'soc', 'closesOn'])
    .where('cycleId', '=', cycleId)
    .where('employeeId', '=', employeeId)
    .executeTakeFirst();
}

/** Which of these people the cycle has, with the end of each. */
export async function listCyclePeople(
  ctx: TenantContext,
  cycleId: string,
  employeeIds: readonly string[],
): Promise<CyclePersonRow[]> {
  return ctx.tx
    .selectFrom('cyclePeople')
    .select(['employeeId', 'soc', 'closesOn'])
    .where('cycleId', '=', cycleId)
    .where(sql<boolean>`employee_id = any(${employeeIds}::uuid[])`)
    .execute();
}

/** Those of a cycle who are there on a day, the first by name. @param teamIds people directly in these; null: everybody */
export async function listCyclePeopleByName(
  ctx: TenantContext,
  question: {
    readonly cycleId: string;
    readonly day: string;
    readonly teamIds: readonly string[] | null;
    readonly limit: number;
  },
): Promise<{ employeeId: string; name: string; title: string; teamId: string }[]> {
  const { cycleId, day, teamIds, limit } = question;
  const { rows } = await sql<{ employeeId: string; name: string; title: string; teamId: string }>`
    select p.employee_id as "employeeId", n.name, e.title, e.team_id as "teamId"
      from cycle_people p
      join employees n on n.organization_id = p.organization_id and n.employee_id = p.employee_id
      join employments e on e.organization_id = p.organization_id and e.employee_id = p.employee_id
     where p.organization_id = ${ctx.organizationId}::uuid and p.cycle_id = ${cycleId}::uuid and e.status <> 'left'
       and e.valid_from <= ${day}::date and (e.valid_to is null or e.valid_to > ${day}::date)
       and (${teamIds === null} or e.team_id = any(${teamIds ?? []}::uuid[]))
     order by n.sort_name, p.employee_id
     limit ${limit}`.execute(ctx.tx);
  return rows;
}

/** Gives a person an end of their own; null: that of the cycle. False when the cycle does not have the person. */
export async function updatePersonEnd(
  ctx: TenantContext,
  { cycleId, employeeId }: { readonly cycleId: string; readonly employeeId: string },
  closesOn: string | null,
): Promise<boolean> {
  const changed = await ctx.tx
    .updateTable('cyclePeople')
    .set({ closesOn })
    .where('cycleId', '=', cycleId)
    .where('employeeId', '=', employeeId)
    .returning('employeeId')
    .executeTakeFirst();
  return changed !== undefined;
}

/** Takes back own ends that are no later than that of the cycle, so that nobody has less time than everybody else. */
export async function clearEarlierEnds(ctx: TenantContext, cycleId: string, closesOn: string): Promise<void> {
  await ctx.tx
    .updateTable('cyclePeople')
    .set({ closesOn: null })
    .where('cycleId', '=', cycleId)
    .where('closesOn', '<=', closesOn)
    .execute();
}

/** Takes a person out of a cycle, with who is asked to rate them; false when the cycle does not have the person. */
export async function deleteCyclePerson(
  ctx: TenantContext,
  cycleId: string,
  employeeId: string,
): Promise<boolean> {
  const gone = await ctx.tx
    .deleteFrom('cyclePeople')
    .where('cycleId', '=', cycleId)
    .where('employeeId', '=', employeeId)
    .returning('employeeId')
    .executeTakeFirst();
  return gone !== undefined;
}

/** Main occupations that people of a cycle are rated as, in order. */
export async function listCycleOccupations(ctx: TenantContext, cycleId: string): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('cyclePeople')
    .select('soc')
    .distinct()
    .where('cycleId', '=', cycleId)
    .where('soc', 'is not', null)
    .orderBy('soc')
    .execute();
  return rows.map(({ soc }) => soc ?? '');
}

/** Cycles that a person is or was rated in, those that end first before. */
export async function listCyclesOf(
  ctx: TenantContext,
  employeeId: string,
): Promise<{ cycleId: string; closesOn: string | null }[]> {
  return ctx.tx
    .selectFrom('cyclePeople as p')
    .innerJoin('cycles as c', 'c.cycleId', 'p.cycleId')
    .select(['p.cycleId', 'p.closesOn'])
    .where('p.employeeId', '=', employeeId)
    .orderBy('c.closesOn')
    .execute();
}
