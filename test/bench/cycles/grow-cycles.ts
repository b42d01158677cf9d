import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import { importTargets } from '~/modules/people/commands/import-targets';

export const PEOPLE = 20_000;
/** Under which the ratings of the closed cycle were made: 20,000 of them have five ticked statements each. */
export const TICKED = { soc: '33-1091.00', instrument: 'durable', version: 'v1' } as const;
const TEAMS = 800;
/** What the two cycles ask: ten durable dimensions and AI use. */
const RATED = DIMENSIONS.filter((dimension) => dimension !== 'mastery');

/**
 * 20,000 people in 800 teams, each under a manager of ten; a cycle in which all were rated by themselves and their
 * manager, closed, and one that is open, in which six of ten are in; levels follow from numbers, so every run has the same.
 */
export async function growCycles(ctx: TenantContext): Promise<{ open: string; closed: string }> {
  await growPeople(ctx);
  await importTargets(ctx, { file: 'targets.csv', text: TARGETS, today: '2020-01-01', importedBy: 'bench' });
  const open = await growCycle(ctx, { name: 'Autumn', state: 'open', opensOn: '2026-11-01', share: 6 });
  const closed = await growCycle(ctx, { name: 'Spring', state: 'closed', opensOn: '2026-05-01', share: 10 });
  await growTicks(ctx, closed);
  return { open, closed };
}

async function growTicks({ tx, organizationId }: TenantContext, cycleId: string): Promise<void> {
  const cycle = sql`${cycleId}::uuid`;
  await sql`update assessments set framework_versions = ${JSON.stringify({ durable: TICKED.version })}::text::jsonb
     where organization_id = ${organizationId} and cycle_id = ${cycle}`.execute(tx);
  await sql`insert into ticked_statements (organization_id, assessment_id, dimension, statement_id)
    select ${organizationId}::uuid, chosen.assessment_id, 'leadership', 'statement-' || s
      from (select assessment_id from assessments
             where organization_id = ${organizationId} and cycle_id = ${cycle} and soc = ${TICKED.soc}
             order by assessment_id limit 20000) as chosen, generate_series(1, 5) as s`.execute(tx);
}

const TARGETS = [
  'occupation,role_band,dimension,level,weight,critical',
  ...['33-9032.00', '33-1091.00'].flatMap((soc) =>
    [1, 2, 3, 4].flatMap((band) =>
      RATED.map(
        (dimension, at) =>
          `${soc},${band},${dimension},${1 + ((band + at) % 4)},1,${at % 5 === 0 ? 'yes' : 'no'}`,
      ),
    ),
  ),
  '',
].join('\n');

async function growPeople({ tx, organizationId }: TenantContext): Promise<void> {
  const teams = Array.from({ length: TEAMS }, () => randomUUID());
  const of = sql`${organizationId}::uuid`;
  await sql`insert into teams (organization_id, team_id, name)
    select ${of}, id, 'Team ' || lpad(n::text, 4, '0')
      from unnest(${teams}::uuid[]) with ordinality as t(id, n)`.execute(tx);
  await sql`insert into team_parents (organization_id, team_id, parent_id, valid_from)
    select ${of}, id, case when n > 1 then (${teams}::uuid[])[n / 8 + 1] end, '2020-01-01'
      from unnest(${teams}::uuid[]) with ordinality as t(id, n)`.execute(tx);
  const id = sql`md5('person ' || n)::uuid`;
  const numbers = sql`generate_series(1, ${sql.lit(PEOPLE)}) as n`;
  await sql`insert into employees (organization_id, employee_id, external_id, name, email, started_on, user_id)
    select ${of}, ${id}, 'E' || n, 'Name ' || lpad(n::text, 6, '0'), 'p' || n || '@example.test', '2020-01-01',
           md5('user ' || n)::uuid
      from ${numbers}`.execute(tx);
  await sql`insert into employments (organization_id, employee_id, valid_from, title, team_id, manager_id, status)
    select ${of}, ${id}, '2020-01-01', 'Guard', (${teams}::uuid[])[1 + n % ${sql.lit(TEAMS)}],
           case when n > 10 then md5('person ' || n / 10)::uuid end, case when n % 50 = 0 then 'left' else 'active' end
      from ${numbers}`.execute(tx);
  await sql`insert into employee_occupations (organization_id, employee_id, soc, valid_from, role_band, confirmed_by)
    select ${of}, ${id}, case when n % 4 = 0 then '33-9032.00' else '33-1091.00' end, '2020-01-01', 1 + n % 4, 'bench'
      from ${numbers}`.execute(tx);
}

interface Grown {
  readonly name: string;
  readonly state: string;
  readonly opensOn: string;
  /** Of ten, how many are in. */
  readonly share: number;
}

async function growCycle({ tx, organizationId }: TenantContext, grown: Grown): Promise<string> {
  const cycleId = randomUUID();
  const of = sql`${organizationId}::uuid`;
  const cycle = sql`${cycleId}::uuid`;
  const closesOn = grown.state === 'open' ? '2026-12-10' : '2026-05-31';
  await tx
    .insertInto('cycles')
    .values({
      ...{ cycleId, name: grown.name, opensOn: grown.opensOn, closesOn, state: grown.state },
      ...{ instruments: ['durable', 'ai_use'], purpose: 'To plan training.' },
    })
    .execute();
  const numbers = sql`generate_series(1, ${sql.lit(PEOPLE)}) as n`;
  const id = sql`md5('person ' || n)::uuid`;
  const soc = sql`case when n % 4 = 0 then '33-9032.00' else '33-1091.00' end`;
  await sql`insert into cycle_people (organization_id, cycle_id, employee_id, soc)
    select ${of}, ${cycle}, ${id}, ${soc} from ${numbers}`.execute(tx);
  const raters = sql`(values ('self', 1), ('manager', 10)) as k(kind, above)`;
  const rater = sql`md5('person ' || n / above)::uuid`;
  await sql`insert into cycle_raters (organization_id, cycle_id, employee_id, rater_id, rater_kind)
    select ${of}, ${cycle}, ${id}, ${rater}, kind from ${numbers}, ${raters} where n / above > 0`.execute(tx);
  const assessment = sql`md5(${cycleId} || kind || n)::uuid`;
  const isIn = sql`n / above > 0 and (n + above) % 10 < ${sql.lit(grown.share)}`;
  await sql`insert into assessments (organization_id, assessment_id, employee_id, rater_kind, rater_id, cycle_id, soc,
                                     assessed_on, state, submitted_at)
    select ${of}, ${assessment}, ${id}, kind, ${rater}, ${cycle}, ${soc}, ${grown.opensOn}::date, 'submitted', now()
      from ${numbers}, ${raters} where ${isIn}`.execute(tx);
  // A manager says what the person says in half of the cells, and one or two levels less or more in the others.
  await sql`insert into ratings (organization_id, assessment_id, dimension, employee_id, level, assessed_on)
    select ${of}, ${assessment}, d.name, ${id},
           greatest(0, least(4, (n * 7 + d.at * 3) % 5
             + case when kind = 'self' then 0 else (array[0, 0, -1, 0, 1, 0, -2, 0, 1, 1])[1 + (n * 13 + d.at * 5 + n / 10) % 10] end)),
           ${grown.opensOn}::date
      from ${numbers}, ${raters}, unnest(${[...RATED]}::text[]) with ordinality as d(name, at)
     where ${isIn}`.execute(tx);
  return cycleId;
}
