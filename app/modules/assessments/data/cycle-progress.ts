import { type RawBuilder, sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { TeamCount } from '../domain/cycle-progress';

export interface ProgressQuestion {
  readonly cycleId: string;
  /** Who works where on that day; whoever has left is neither rated nor rates. */
  readonly day: string;
  /** People directly in these teams; null: everybody. */
  readonly teamIds: readonly string[] | null;
  /** Users whose role rates nobody: what they alone are asked for counts once somebody else has given it. */
  readonly nonRaters: readonly string[];
}

type PeopleQuestion = Omit<ProgressQuestion, 'nonRaters'>;

const NOBODY = sql.lit('00000000-0000-0000-0000-000000000000');

/**
 * What is asked for: one row for each rater of each person who is there, with whether it is done or begun. Each table is
 * read once, so that the time grows with the cycle and not with the square of it.
 */
function asked(
  ctx: TenantContext,
  { cycleId, day, teamIds, nonRaters }: ProgressQuestion,
): RawBuilder<unknown> {
  const organization = ctx.organizationId;
  // Peers answer for themselves; oneself and managers, whoever of them rated.
  const peer = (of: string) => sql`case when ${sql.ref(`${of}.rater_kind`)} = 'peer'
    then coalesce(${sql.ref(`${of}.rater_id`)}, ${NOBODY}::uuid) else ${NOBODY}::uuid end`;
  return sql`
    with there as materialized (
      select employee_id, team_id from employments
       where organization_id = ${organization} and status <> 'left'
         and valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date)),
    silent as materialized (
      select employee_id from employees
       where organization_id = ${organization} and user_id = any(${nonRaters}::uuid[])),
    given as materialized (
      select a.employee_id, a.rater_kind, ${peer('a')} as peer,
             bool_or(a.state = 'submitted') as done, bool_or(a.state = 'draft') as begun
        from assessments a
       where a.organization_id = ${organization} and a.cycle_id = ${cycleId}::uuid
         and a.state in ('submitted', 'draft')
       group by 1, 2, 3)
    select r.employee_id, r.rater_id, r.rater_kind, e.team_id, p.closes_on,
           coalesce(g.done, false) as done, coalesce(g.begun, false) as begun, m.employee_id is not null and s.employee_id is null as is_there
      from cycle_raters r
      join cycle_people p on p.organization_id = ${organization} and p.cycle_id = r.cycle_id
                         and p.employee_id = r.employee_id
      join there e on e.employee_id = r.employee_id
      left join there m on m.employee_id = r.rater_id
      left join silent s on s.employee_id = r.rater_id
      left join given g on g.employee_id = r.employee_id and g.rater_kind = r.rater_kind and g.peer = ${peer('r')}
     where r.organization_id = ${organization} and r.cycle_id = ${cycleId}::uuid and r.state = 'approved'
       and (${teamIds === null} or e.team_id = any(${teamIds ?? []}::uuid[]))`;
}

/** How many ratings are asked for, submitted and begun, by team and kind of rater. */
export async function countProgress(ctx: TenantContext, question: ProgressQuestion): Promise<TeamCount[]> {
  const { rows } = await sql<TeamCount>`
    select team_id as "teamId", rater_kind as "raterKind", count(*)::int as asked,
           (count(*) filter (where done))::int as rated,
           (count(*) filter (where begun and not done))::int as begun
      from (${asked(ctx, question)}) as asked
     where done or is_there
     group by 1, 2`.execute(ctx.tx);
  return rows;
}

/** Who still owes ratings. */
export interface OwingRow {
  readonly raterId: string;
  readonly owed: number;
  readonly begun: number;
  /** The first end of what is owed. */
  readonly closesOn: string;
  readonly lastSentOn: string | null;
  readonly letters: number;
}

/** countProgress, and who still owes ratings, those who owe most first, at most so many; in one reading. */
export async function readProgress(
  ctx: TenantContext,
  question: ProgressQuestion,
  limit: number,
): Promise<{ readonly counts: TeamCount[]; readonly owing: OwingRow[] }> {
  const organization = ctx.organizationId;
  const { rows } = await sql<{ counts: TeamCount[]; owing: OwingRow[] }>`
    with asked as materialized (${asked(ctx, question)}),
    counts as (
      select team_id as "teamId", rater_kind as "raterKind", count(*)::int as asked,
             (count(*) filter (where done))::int as rated,
             (count(*) filter (where begun and not done))::int as begun
        from asked where done or is_there group by 1, 2),
    owing as (
      select rater_id as "raterId", count(*)::int as owed, (count(*) filter (where begun))::int as begun,
             min(coalesce(asked.closes_on, c.closes_on)) as "closesOn"
        from asked
        join cycles c on c.organization_id = ${organization} and c.cycle_id = ${question.cycleId}::uuid
       where is_there and not done
       group by 1 order by 2 desc, 1 limit ${limit}),
    reminded as (
      select owing.*, n.last_sent_on as "lastSentOn", coalesce(n.letters, 0)::int as letters
        from owing
        left join cycle_reminders n on n.organization_id = ${organization}
                                   and n.cycle_id = ${question.cycleId}::uuid and n.employee_id = owing."raterId")
    select coalesce((select json_agg(counts) from counts), '[]'::json) as counts,
           coalesce((select json_agg(reminded order by owed desc, "raterId") from reminded), '[]'::json) as owing`.execute(
    ctx.tx,
  );
  return rows[0] ?? { counts: [], owing: [] };
}

/** How many people a cycle has, and of how many no occupation was confirmed; of those who are there on the day. */
export async function countCyclePeople(
  ctx: TenantContext,
  { cycleId, day, teamIds }: PeopleQuestion,
): Promise<{ people: number; unmapped: number }> {
  const organization = ctx.organizationId;
  const { rows } = await sql<{ people: number; unmapped: number }>`
    select count(*)::int as people, (count(*) filter (where p.soc is null))::int as unmapped
      from cycle_people p
      join employments e on e.organization_id = ${organization} and e.employee_id = p.employee_id
                        and e.valid_from <= ${day}::date and (e.valid_to is null or e.valid_to > ${day}::date)
                        and e.status <> 'left'
     where p.organization_id = ${organization} and p.cycle_id = ${cycleId}::uuid
       and (${teamIds === null} or e.team_id = any(${teamIds ?? []}::uuid[]))`.execute(ctx.tx);
  return rows[0] ?? { people: 0, unmapped: 0 };
}

/** A letter that is due: to somebody who is rated and was not told yet, or owes ratings. */
export interface DueLetter {
  readonly employeeId: string;
  readonly userId: string;
  readonly isRated: boolean;
  readonly owed: number;
  readonly closesOn: string;
  /** Whether it is the first of this cycle. */
  readonly isFirst: boolean;
}

/**
 * Letters that are due on a day, to people with a sign-in: the first one to everybody who is rated or rates; later ones
 * to whoever owes ratings once a day of the schedule has come since the last letter, until the end. Roles that rate nobody
 * are known where letters are queued.
 */
export async function listDueLetters(
  ctx: TenantContext,
  question: Pick<ProgressQuestion, 'cycleId' | 'day'>,
  limit: number,
): Promise<DueLetter[]> {
  const organization = ctx.organizationId;
  const { cycleId, day } = question;
  const { rows } = await sql<DueLetter>`
    with cycle as (
      select closes_on, remind_days from cycles
       where organization_id = ${organization} and cycle_id = ${cycleId}::uuid and state = 'open'),
    owing as (
      select rater_id, count(*)::int as owed, min(coalesce(a.closes_on, cycle.closes_on)) as closes_on
        from (${asked(ctx, { ...question, teamIds: null, nonRaters: [] })}) as a, cycle
       where a.is_there and not a.done and coalesce(a.closes_on, cycle.closes_on) >= ${day}::date
       group by 1),
    rated as (
      select p.employee_id, coalesce(p.closes_on, cycle.closes_on) as closes_on
        from cycle_people p, cycle
       where p.organization_id = ${organization} and p.cycle_id = ${cycleId}::uuid
         and coalesce(p.closes_on, cycle.closes_on) >= ${day}::date
         and exists (select 1 from employments e
                      where e.organization_id = ${organization} and e.employee_id = p.employee_id
                        and e.valid_from <= ${day}::date and (e.valid_to is null or e.valid_to > ${day}::date)
                        and e.status <> 'left'))
    select person.employee_id as "employeeId", person.user_id as "userId",
           rated.employee_id is not null as "isRated", coalesce(owing.owed, 0) as owed,
           coalesce(owing.closes_on, rated.closes_on) as "closesOn", n.employee_id is null as "isFirst"
      from rated
      full join owing on owing.rater_id = rated.employee_id
      join employees person on person.organization_id = ${organization}
                           and person.employee_id = coalesce(rated.employee_id, owing.rater_id)
      cross join cycle
      left join cycle_reminders n on n.organization_id = ${organization} and n.cycle_id = ${cycleId}::uuid
                                 and n.employee_id = person.employee_id
     where person.user_id is not null
       and (n.employee_id is null
            or (owing.owed > 0 and n.last_sent_on < (
                  select max(owing.closes_on - before.days) from unnest(cycle.remind_days) as before(days)
                   where owing.closes_on - before.days <= ${day}::date)))
     order by person.employee_id limit ${limit}`.execute(ctx.tx);
  return rows;
}

/** Notes that letters of a day are queued, or were not wanted. */
export async function upsertReminders(
  ctx: TenantContext,
  { cycleId, day }: Pick<ProgressQuestion, 'cycleId' | 'day'>,
  sent: { readonly employeeIds: readonly string[]; readonly queued: readonly string[] },
): Promise<void> {
  await sql`
    insert into cycle_reminders (organization_id, cycle_id, employee_id, last_sent_on, letters)
    select ${ctx.organizationId}, ${cycleId}::uuid, person.id, ${day}::date,
           case when person.id = any(${sent.queued}::uuid[]) then 1 else 0 end
      from unnest(${sent.employeeIds}::uuid[]) as person(id)
    on conflict (organization_id, cycle_id, employee_id)
      do update set last_sent_on = excluded.last_sent_on,
                    letters = cycle_reminders.letters + excluded.letters`.execute(ctx.tx);
}

/** Forgets that somebody was told of a cycle before a day, so that the next letters tell them anew. */
export async function deleteReminderBefore(
  ctx: TenantContext,
  key: { readonly cycleId: string; readonly employeeId: string },
  day: string,
): Promise<void> {
  await ctx.tx
    .deleteFrom('cycleReminders')
    .where('cycleId', '=', key.cycleId)
    .where('employeeId', '=', key.employeeId)
    .where('lastSentOn', '<', day)
    .execute();
}
