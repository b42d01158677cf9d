import { type RawBuilder, sql } from 'kysely';
import { columnLists, type ListedColumn } from '#db/column-lists';
import type { TenantContext } from '#db/tenancy';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import { stampColumns } from '../domain/figures-stamp';
import type { ProfileStamp } from './profiles';

/** Where and as what an active person counts on a day. */
export interface PersonPlace {
  readonly employeeId: string;
  readonly teamId: string;
  readonly siteId: string | null;
  readonly kind: string;
  readonly available: boolean;
  /** The main occupation and its band; null: none is confirmed. */
  readonly soc: string | null;
  readonly roleBand: number | null;
}

/** The places of those of these people who are active on the day. */
export async function listPersonPlaces(
  ctx: TenantContext,
  employeeIds: readonly string[],
  asOf: string,
): Promise<PersonPlace[]> {
  return places(ctx, sql`e.employee_id = any(${employeeIds}::uuid[])`, asOf);
}

/** The places of everybody who is active in one of these teams on the day; null: in any team. */
export async function listTeamPlaces(
  ctx: TenantContext,
  teamIds: readonly string[] | null,
  asOf: string,
): Promise<PersonPlace[]> {
  return places(ctx, teamIds === null ? sql`true` : sql`e.team_id = any(${teamIds}::uuid[])`, asOf);
}

async function places(ctx: TenantContext, whose: RawBuilder<unknown>, asOf: string): Promise<PersonPlace[]> {
  const organization = ctx.organizationId;
  const { rows } = await sql<PersonPlace>`
    select e.employee_id as "employeeId", e.team_id as "teamId", e.site_id as "siteId", p.kind, e.available,
           main.soc, main.role_band as "roleBand"
      from employments e
      join employees p on p.organization_id = ${organization} and p.employee_id = e.employee_id
      left join lateral (
           select o.soc, o.role_band
             from employee_occupations o
            where o.organization_id = ${organization} and o.employee_id = e.employee_id
              and o.confirmed_by is not null
              and o.valid_from <= ${asOf}::date and (o.valid_to is null or o.valid_to > ${asOf}::date)
            order by o.share desc, o.soc collate "C"
            limit 1) main on true
     where e.organization_id = ${organization} and ${whose}
       and e.status = 'active'
       and e.valid_from <= ${asOf}::date and (e.valid_to is null or e.valid_to > ${asOf}::date)`.execute(
    ctx.tx,
  );
  return rows;
}

export interface PersonFigures extends PersonPlace {
  /** As person-sums.ts writes it. */
  readonly sums: string;
  /** As person-facts.ts writes them. */
  readonly facts: Uint8Array;
  /** In the order of DIMENSIONS: days since 1970-01-01, levels, targets; null: not assessed, no target. */
  readonly newestDays: readonly (number | null)[];
  readonly levels: readonly (number | null)[];
  readonly targets: readonly (number | null)[];
}

const COLUMNS: Readonly<Record<string, ListedColumn<PersonFigures>>> = {
  employee_id: ['uuid', (row) => row.employeeId],
  team_id: ['uuid', (row) => row.teamId],
  site_id: ['uuid', (row) => row.siteId],
  kind: ['text', (row) => row.kind],
  available: ['boolean', (row) => row.available],
  soc: ['text', (row) => row.soc],
  role_band: ['smallint', (row) => row.roleBand],
  sums: ['numeric', (row) => row.sums],
  facts: ['bytea', (row) => `\\x${Buffer.from(row.facts).toString('hex')}`],
  levels: ['smallint[]', (row) => row.levels],
  targets: ['smallint[]', (row) => row.targets],
  ...Object.fromEntries(
    DIMENSIONS.map((dimension, index): [string, ListedColumn<PersonFigures>] => [
      `newest_${dimension}`,
      ['integer', (row) => row.newestDays[index] ?? null],
    ]),
  ),
};

/**
 * Replaces the rows of these people; who has no new one is not active and has none. The caller holds the refresh lock:
 * the numbers of an organization's rows grow in the order in which they are committed (figures-blocks.ts). Rows are
 * removed and added, in one statement: a column that a later release adds is empty in what this one writes, and so not
 * taken for computed. Counting the removed makes the addition wait for them.
 */
export async function replacePersonFigures(
  ctx: TenantContext,
  employeeIds: readonly string[],
  { figures, stamp }: { readonly figures: readonly PersonFigures[]; readonly stamp: ProfileStamp },
): Promise<void> {
  if (employeeIds.length === 0) return;
  const lists = columnLists(COLUMNS, figures, stampColumns(stamp));
  await sql`
    with gone as (
      delete from person_figures
       where organization_id = ${ctx.organizationId}::uuid and employee_id = any(${employeeIds}::uuid[])
      returning 1)
    insert into person_figures (organization_id, ${lists.names})
    select ${ctx.organizationId}::uuid, ${lists.values}
      from ${lists.rows} cross join (select count(*) from gone) as removed`.execute(ctx.tx);
}

/** Who is counted; a list that is null narrows nothing. */
export interface FiguresSelection {
  readonly teamIds: readonly string[] | null;
  /** Ids of sites, occupation codes, bands; null within a list: those without one. */
  readonly siteIds: readonly (string | null)[] | null;
  readonly socs: readonly (string | null)[] | null;
  readonly bands: readonly (number | null)[] | null;
  readonly kinds: readonly string[] | null;
  readonly available: boolean | null;
}

/** What the people are told apart by; team: by the group that the caller names for each team. */
export type FiguresGrouping =
  | { readonly by: 'site' | 'occupation' | 'band' }
  | { readonly by: 'team'; readonly groupOf: ReadonlyMap<string, string> };

export interface SummedGroup {
  /** Id of the site, code, band as text, name of the group of teams; null: those without one. */
  readonly group: string | null;
  readonly sum: string;
  readonly newestDays: readonly (number | null)[];
}

/** The sums of each group of the selected people: one scan of their rows, each of them read once. */
export async function sumPersonFigures(
  ctx: TenantContext,
  selection: FiguresSelection,
  grouping: FiguresGrouping,
): Promise<SummedGroup[]> {
  const newest = DIMENSIONS.map((name) => sql`max(f.${sql.ref(`newest_${name}`)})`);
  const { key, join } = groupKey(ctx, grouping);
  // Room for the sums of some thousand groups at once, and no compilation of a query that runs for a moment.
  await sql`select set_config('work_mem', '64MB', true), set_config('jit', 'off', true)`.execute(ctx.tx);
  const people = grouping.by === 'team' ? sumsOfTeams(ctx, selection) : sql`person_figures`;
  const narrowed = grouping.by === 'team' ? sql`true` : selected(ctx, selection);
  const { rows } = await sql<SummedGroup>`
    select ${key} as "group", sum(f.sums)::text as sum, array[${sql.join(newest)}] as "newestDays"
      from ${people} f ${join}
     where ${narrowed}
     group by ${key}`.execute(ctx.tx);
  return rows;
}

/**
 * A row for each team with the sums of its selected people, in the shape of theirs. Summed before the teams are named: a
 * join of the people themselves would copy a number of two thousand digits for each of them.
 */
function sumsOfTeams(ctx: TenantContext, selection: FiguresSelection): RawBuilder<unknown> {
  const newest = DIMENSIONS.map((name) => sql.ref(`newest_${name}`)).map(
    (column) => sql`max(f.${column}) as ${column}`,
  );
  return sql`(select f.organization_id, f.team_id, sum(f.sums) as sums, ${sql.join(newest)}
                from person_figures f
               where ${selected(ctx, selection)}
               group by f.organization_id, f.team_id)`;
}

/** What tells groups apart in a query that calls the rows of people f, and what it joins for that. */
export function groupKey(
  ctx: TenantContext,
  grouping: FiguresGrouping,
): { readonly key: RawBuilder<unknown>; readonly join: RawBuilder<unknown> } {
  return {
    key: KEYS[grouping.by],
    join: grouping.by === 'team' ? teamsNamed(ctx, grouping.groupOf) : sql``,
  };
}

const KEYS: Readonly<Record<FiguresGrouping['by'], RawBuilder<unknown>>> = {
  team: sql`place.name`,
  site: sql`f.site_id::text`,
  occupation: sql`f.soc`,
  band: sql`f.role_band::text`,
};

function teamsNamed(ctx: TenantContext, groupOf: ReadonlyMap<string, string>): RawBuilder<unknown> {
  return sql`join unnest(${[...groupOf.keys()]}::uuid[], ${[...groupOf.values()]}::text[]) as place(team_id, name)
      on place.team_id = f.team_id and f.organization_id = ${ctx.organizationId}::uuid`;
}

/** What a selection asks of a row, which the query calls f. */
export function selected(ctx: TenantContext, selection: FiguresSelection): RawBuilder<boolean> {
  const { teamIds, siteIds, socs, bands, kinds, available } = selection;
  const parts = [
    sql`f.organization_id = ${ctx.organizationId}::uuid`,
    ...(teamIds ? [sql`f.team_id = any(${teamIds}::uuid[])`] : []),
    ...(siteIds ? [among(sql`f.site_id`, siteIds, sql`uuid`)] : []),
    ...(socs ? [among(sql`f.soc`, socs, sql`text`)] : []),
    ...(bands ? [among(sql`f.role_band`, bands, sql`smallint`)] : []),
    ...(kinds ? [sql`f.kind = any(${kinds}::text[])`] : []),
    ...(available === null ? [] : [sql`f.available = ${available}`]),
  ];
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}

/** One value is asked for by itself: of a list whose length it does not know the planner expects ten values. */
function among(
  column: RawBuilder<unknown>,
  values: readonly (string | number | null)[],
  type: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const [only, ...others] = values;
  if (others.length === 0 && only === null) return sql`${column} is null`;
  if (others.length === 0 && only !== undefined) return sql`${column} = ${only}::${type}`;
  const named = values.filter((value) => value !== null);
  const within = sql`${column} = any(${named}::${type}[])`;
  return values.includes(null) ? sql`(${within} or ${column} is null)` : within;
}
