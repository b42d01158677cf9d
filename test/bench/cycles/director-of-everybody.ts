import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import { getCyclePage } from '~/modules/assessments/queries/get-cycle-page';
import { listBlindRatingsAbout } from '~/modules/assessments/queries/list-blind-ratings';
import { refreshDirty } from '~/modules/capability/commands/refresh-dirty';
import { lockRefresh } from '~/modules/capability/data/dirty-lists';
import { getHeatmap } from '~/modules/capability/queries/get-heatmap';
import type { Viewer } from '~/modules/organizations/domain/viewer';

type Run = <T>(work: (ctx: TenantContext) => Promise<T>) => Promise<T>;

export interface DirectorBench {
  readonly run: Run;
  readonly print: (name: string, work: (ctx: TenantContext) => Promise<unknown>) => Promise<void>;
  /** What autovacuum does within a minute. */
  readonly analyze: () => Promise<void>;
  readonly viewer: Viewer;
  /** The open cycle, in which self and manager are blind. */
  readonly open: string;
}

/**
 * What a blind cycle costs whoever is above everybody in it: the page of the cycle, and whose ratings are not read yet,
 * which every figure of a group asks for that they see.
 */
export async function directorOfEverybody({
  run,
  print,
  analyze,
  viewer,
  open,
}: DirectorBench): Promise<void> {
  const [top] = await run(topOf);
  if (!top) throw new Error('nobody is above everybody');
  const director: Viewer = {
    ...viewer,
    role: 'director',
    teamScope: [top.teamId],
    employeeId: top.employeeId,
  };
  const everybody = await run(everybodyOf);
  const question = { cycleId: open, team: null, nonRaters: [] };
  await print('page of the open cycle, for a director of everybody', (ctx) =>
    getCyclePage(ctx, director, question),
  );
  await run(computeEverybody);
  await analyze();
  const view = { parentId: null, rows: 'team', limit: 100, after: null } as const;
  await print('heatmap of the top teams, for an HR partner', (ctx) =>
    getHeatmap(ctx, { viewer, reach: 'all', ...view }),
  );
  await print('the same, for the director, closed where it would tell', (ctx) =>
    getHeatmap(ctx, { viewer: director, reach: 'subtree', ...view }),
  );
  await print('whose ratings the director does not read yet, in plain SQL', (ctx) =>
    plainBlind(ctx, top.employeeId),
  );
  await print('the same, as figures of groups ask', (ctx) => listBlindRatingsAbout(ctx, director, everybody));
  const found = await run((ctx) => listBlindRatingsAbout(ctx, director, everybody));
  const { rows } = await run((ctx) => plainBlind(ctx, top.employeeId));
  if (found.length !== rows[0]?.n || found.length === 0)
    throw new Error(`${found.length} ratings are closed, ${rows[0]?.n} by plain SQL`);
}

/** The figures of everybody, as the worker computes them. */
async function computeEverybody(ctx: TenantContext): Promise<void> {
  await sql`insert into dirty_people (organization_id, employee_id)
    select organization_id, employee_id from employees where organization_id = ${ctx.organizationId}
    on conflict do nothing`.execute(ctx.tx);
  await lockRefresh(ctx);
  while ((await refreshDirty(ctx)).remaining > 0);
}

/** The first person, who is above all others but the first nine, and the team that all teams are beneath. */
async function topOf({ tx, organizationId }: TenantContext) {
  const { rows } = await sql<{ teamId: string; employeeId: string }>`
    select team_id as "teamId", md5('person 1')::uuid as "employeeId" from team_parents
     where organization_id = ${organizationId} and parent_id is null`.execute(tx);
  return rows;
}

async function everybodyOf({ tx }: TenantContext): Promise<string[]> {
  const rows = await tx.selectFrom('employees').select('employeeId').execute();
  return rows.map(({ employeeId }) => employeeId);
}

/** The same question as one would write it by hand: self-ratings without a manager's, of who is beneath. */
async function plainBlind({ tx, organizationId }: TenantContext, above: string) {
  const of = sql`${organizationId}::uuid`;
  return sql<{ n: number }>`
    with recursive beneath as (
      select e.employee_id from employments e
       where e.organization_id = ${of} and e.manager_id = ${above}::uuid and e.valid_to is null
      union
      select e.employee_id from beneath b
        join employments e on e.organization_id = ${of} and e.manager_id = b.employee_id and e.valid_to is null)
    select count(*)::int as n
      from beneath b
      join assessments s on s.organization_id = ${of} and s.employee_id = b.employee_id
       and s.rater_kind = 'self' and s.state = 'submitted'
      join cycles c on c.organization_id = ${of} and c.cycle_id = s.cycle_id and c.state = 'open'
     where not exists (
       select 1 from assessments m
        where m.organization_id = ${of} and m.employee_id = s.employee_id and m.cycle_id = s.cycle_id
          and m.rater_kind = 'manager' and m.state = 'submitted')`.execute(tx);
}
