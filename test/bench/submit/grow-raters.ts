import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';

/** What the cycle asks: ten durable dimensions and AI use. */
export const RATED = DIMENSIONS.filter((dimension) => dimension !== 'mastery');
const PEOPLE_OF_A_MANAGER = 10;
/** 2,000 teams of 100,000 people. */
export const PEOPLE_OF_A_TEAM = 50;

export interface Raters {
  readonly cycleId: string;
  readonly people: number;
  readonly topTeam: string;
}

const of = (ctx: TenantContext) => sql`${ctx.organizationId}::uuid`;
const person = (number: ReturnType<typeof sql>) => sql`md5(${number}::text || 'person')::uuid`;
/** Levels follow from numbers, so every run has the same: what people say of themselves, and what managers say. */
const SAID = { self: [7, 3], manager: [5, 2] } as const;

/**
 * So many people in teams of 50, each ten under a manager of theirs, every one of them with a sign-in; and an open cycle
 * in which everybody rates themselves and managers their ten, with all drafts complete and nothing submitted.
 */
export async function growRaters(ctx: TenantContext, people: number, today: string): Promise<Raters> {
  const topTeam = await growPeople(ctx, people);
  const cycleId = randomUUID();
  await ctx.tx
    .insertInto('cycles')
    .values({
      ...{ cycleId, name: 'Autumn', opensOn: today, closesOn: '2099-12-31', state: 'open' },
      ...{ instruments: ['durable', 'ai_use'], purpose: 'To plan training.' },
    })
    .execute();
  const numbers = sql`generate_series(1, ${sql.lit(people)}) as n`;
  await sql`insert into cycle_people (organization_id, cycle_id, employee_id, soc)
    select ${of(ctx)}, ${cycleId}::uuid, ${person(sql`n`)}, '33-9032.00' from ${numbers}`.execute(ctx.tx);
  await insertRatings(ctx, { cycleId, people, today }, 'draft');
  return { cycleId, people, topTeam };
}

/** The people alone. @returns the id of the team above all. */
export async function growPeople(ctx: TenantContext, people: number): Promise<string> {
  const teams = Array.from({ length: Math.ceil(people / PEOPLE_OF_A_TEAM) }, () => randomUUID());
  const numbers = sql`generate_series(1, ${sql.lit(people)}) as n`;
  await sql`insert into teams (organization_id, team_id, name)
    select ${of(ctx)}, id, 'Team ' || lpad(n::text, 4, '0')
      from unnest(${teams}::uuid[]) with ordinality as t(id, n)`.execute(ctx.tx);
  await sql`insert into team_parents (organization_id, team_id, parent_id, valid_from)
    select ${of(ctx)}, id, case when n > 1 then (${teams}::uuid[])[(n + 6) / 8] end, '2020-01-01'
      from unnest(${teams}::uuid[]) with ordinality as t(id, n)`.execute(ctx.tx);
  await sql`insert into employees (organization_id, employee_id, external_id, name, email, started_on, user_id)
    select ${of(ctx)}, ${person(sql`n`)}, 'E' || n, 'Name ' || lpad(n::text, 6, '0'), 'p' || n || '@bench.test',
           '2020-01-01', md5(n || 'user')::uuid
      from ${numbers}`.execute(ctx.tx);
  await sql`insert into employments (organization_id, employee_id, valid_from, title, team_id, manager_id, status)
    select ${of(ctx)}, ${person(sql`n`)}, '2020-01-01', 'Guard',
           (${teams}::uuid[])[1 + n % ${sql.lit(teams.length)}],
           case when n >= 10 then ${person(sql`(n / ${sql.lit(PEOPLE_OF_A_MANAGER)})`)} end, 'active'
      from ${numbers}`.execute(ctx.tx);
  await sql`insert into employee_occupations (organization_id, employee_id, soc, valid_from, role_band, confirmed_by)
    select ${of(ctx)}, ${person(sql`n`)}, '33-9032.00', '2020-01-01', 1 + n % 4, 'bench'
      from ${numbers}`.execute(ctx.tx);
  return teams[0] ?? '';
}

interface Said {
  readonly cycleId: string | null;
  readonly people: number;
  readonly today: string;
  /** Only what this person says. */
  readonly rater?: number;
}

/** Adds what all raters say, or one of them does: by plain SQL, as drafts or as submitted. */
export async function insertRatings(
  ctx: TenantContext,
  { cycleId, people, today, rater }: Said,
  state: 'draft' | 'submitted',
): Promise<void> {
  const raters = sql`(values ('self', 1, ${sql.lit(SAID.self[0])}, ${sql.lit(SAID.self[1])}),
                             ('manager', ${sql.lit(PEOPLE_OF_A_MANAGER)}, ${sql.lit(SAID.manager[0])}, ${sql.lit(SAID.manager[1])}))
                     as k(kind, above, by_number, by_dimension)`;
  const numbers =
    rater === undefined
      ? sql`generate_series(1, ${sql.lit(people)}) as n`
      : sql`(select ${sql.lit(rater)}::int as n union select generate_series(${sql.lit(rater * 10)}, least(${sql.lit(people)}, ${sql.lit(rater * 10 + 9)}))) as p`;
  const only = rater === undefined ? sql`n / above > 0` : sql`n / above = ${sql.lit(rater)}`;
  const assessment = sql`md5(kind || n || ${cycleId ?? 'none'} || ${today})::uuid`;
  await sql`insert into assessments (organization_id, assessment_id, employee_id, rater_kind, rater_id, cycle_id, soc,
                                     assessed_on, state, submitted_at, draft_changes)
    select ${of(ctx)}, ${assessment}, ${person(sql`n`)}, kind, ${person(sql`(n / above)`)}, ${cycleId}::uuid, '33-9032.00',
           ${today}::date, ${state}, ${state === 'draft' ? null : ctx.now}::timestamptz, 11
      from ${numbers}, ${raters} where ${only}`.execute(ctx.tx);
  await sql`insert into ratings (organization_id, assessment_id, dimension, employee_id, level, assessed_on, saved_key)
    select ${of(ctx)}, ${assessment}, d.name, ${person(sql`n`)}, (n * by_number + d.at * by_dimension) % 5,
           ${today}::date, gen_random_uuid()
      from ${numbers}, ${raters}, unnest(${[...RATED]}::text[]) with ordinality as d(name, at)
     where ${only}`.execute(ctx.tx);
}

/** The level that a person has when all is submitted: the manager's word, of who has none their own. */
export function expectedLevel(number: number, dimensionAt: number): number {
  const [byNumber, byDimension] = number >= PEOPLE_OF_A_MANAGER ? SAID.manager : SAID.self;
  return (number * byNumber + (dimensionAt + 1) * byDimension) % 5;
}

/** Whom somebody rates, by number: themselves, and their ten. */
export function ratedBy(rater: number, people: number): number[] {
  const reports = Array.from({ length: PEOPLE_OF_A_MANAGER }, (_, at) => rater * PEOPLE_OF_A_MANAGER + at);
  return [rater, ...reports.filter((number) => number <= people)];
}
