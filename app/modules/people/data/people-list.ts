import { type Expression, type SqlBool, sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { DirectoryScope } from '../domain/directory-scope';
import type { EmployeeKind } from '../domain/employee-row';
import type { PeopleSort } from '../domain/people-filter';
import { anywhere, searchWords } from '../domain/people-search';
import type { EmploymentRow } from './employments';
import { type PeopleSelection, periods } from './people-periods';

/** Which rows of a list, in which order. */
export interface PeopleRange {
  readonly sort: PeopleSort;
  /** What teams are sorted by, for that sort. */
  readonly teamKeys: ReadonlyMap<string, string>;
  /** Rows on the side of these keys; null: from the first, less those that are passed over. */
  readonly beside: { readonly direction: 'after' | 'before'; readonly keys: readonly string[] } | null;
  readonly offset: number;
  readonly limit: number;
}

export interface ListedPerson extends EmploymentRow {
  readonly externalId: string;
  readonly name: string;
  readonly email: string | null;
  readonly kind: EmployeeKind;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  /** What the row is sorted by: its key, then the name's, then the id. */
  readonly keys: readonly string[];
}

export interface ListedRange {
  readonly rows: readonly ListedPerson[];
  /** How many people the selection has, where finding the rows told it. */
  readonly total: number | null;
}

/**
 * People with the period that holds on the day, or of those who begin later the first one; in order. Whoever is wanted is
 * found first, by narrow rows, and read then.
 */
export async function listPeopleRange(
  ctx: TenantContext,
  selection: PeopleSelection,
  range: PeopleRange,
): Promise<ListedRange> {
  const { sort, beside, offset, limit } = range;
  const searched = wordsOf(selection).length > 0;
  const groups =
    sort !== 'name' && !searched && !kindOf(selection) ? await findGroups(ctx, selection, range) : null;
  const along = groups !== null || (sort === 'name' && !searched);
  const keys = keysOf(sort, along ? sql`employees` : sql`found`);
  const backwards = beside?.direction === 'before';
  const order = sql.join(keys.map((key) => (backwards ? sql`${key} desc` : sql`${key} asc`)));
  const base = along ? inOrder(ctx, selection) : gathered(ctx, selection);
  let query = base.select(sql<string[]>`array[${sql.join(keys.map((key) => sql`${key}::text`))}]`.as('keys'));
  if (groups)
    query = query.where(
      sql<boolean>`${groupOf(sort)} = any(${groups.wanted}::${sort === 'team' ? sql`uuid` : sql`text`}[])`,
    );
  if (sort === 'team')
    query = query.leftJoin(placesOf(range), 'places.teamId', 'found.teamId') as typeof query;
  if (beside) query = query.where(besides(keys, beside));
  const found = await query.orderBy(order).offset(offset).limit(limit).execute();
  const rows = await readFound(ctx, backwards ? found.reverse() : found);
  const none = !along && !beside && offset === 0 ? 0 : null;
  return { rows, total: groups?.total ?? found[0]?.total ?? none };
}

/** Read along an index, as far as the page goes: by name, or the few teams or titles that the page touches. */
function inOrder(ctx: TenantContext, selection: PeopleSelection) {
  return ctx.tx
    .selectFrom('employments as found')
    .innerJoin('employees', 'employees.employeeId', 'found.employeeId')
    .select(['found.employeeId', 'found.validFrom', sql<number | null>`null::int`.as('total')])
    .where(periods(ctx, selection))
    .where(ofKind(selection));
}

/** For all other lists: all periods once, then their people, who are counted on the way. */
function gathered(ctx: TenantContext, selection: PeopleSelection) {
  const [first, ...others] = wordsOf(selection);
  return ctx.tx
    .with(
      (name) => name('found').materialized(),
      () =>
        ctx.tx
          .selectFrom('employments as found')
          .select(['found.employeeId', 'found.validFrom', 'found.teamId', 'found.titleKey'])
          .where(periods(ctx, selection))
          .where(ofFirstWord(ctx, selection, first)),
    )
    .with(
      (name) => name('matched').materialized(),
      (query) =>
        query
          .selectFrom('found')
          .innerJoin('employees', 'employees.employeeId', 'found.employeeId')
          .selectAll('found')
          .select('employees.sortName')
          .where(ofKind(selection))
          .where(ofOtherWords(selection, others)),
    )
    .selectFrom('matched as found')
    .select(['found.employeeId', 'found.validFrom'])
    .select(sql<number | null>`(select count(*)::int from matched)`.as('total')) as unknown as ReturnType<
    typeof inOrder
  >;
}

interface PageGroups {
  readonly total: number;
  /** Teams or titles in which the rows of the page are. */
  readonly wanted: readonly string[];
}

/** How many people the teams or titles have, and which of them the page reaches: from the cursor's on. */
async function findGroups(
  ctx: TenantContext,
  selection: PeopleSelection,
  range: PeopleRange,
): Promise<PageGroups> {
  const { sort, beside, offset, limit } = range;
  const byTeam = sort === 'team';
  const key = byTeam ? sql`coalesce(places.team_key, '')` : sql`counted.one`;
  const from = beside?.keys[0] ?? null;
  const [order, side] = beside?.direction === 'before' ? [sql`desc`, sql`<=`] : [sql`asc`, sql`>=`];
  const counted = ctx.tx
    .selectFrom('employments as found')
    .select([groupOf(sort).as('one'), sql<number>`count(*)::int`.as('count')])
    .where(periods(ctx, selection))
    .groupBy(groupOf(sort));
  const { rows } = await sql<PageGroups>`with counted as materialized (${counted}), running as (
    select counted.one, sum(counted.count) over (order by ${key} ${order})
        - sum(counted.count) over (partition by ${key}) as passed,
        sum(case when ${key} = ${from}::text then counted.count else 0 end) over () as own
      from counted ${byTeam ? sql`left join ${placesOf(range)} on places.team_id = counted.one` : sql``}
      where ${from}::text is null or ${key} ${side} ${from}::text)
    select coalesce((select sum(count) from counted), 0)::int as total,
      array(select one::text from running where passed < ${offset + limit} + own) as wanted`.execute(ctx.tx);
  return rows[0] ?? { total: 0, wanted: [] };
}

const groupOf = (sort: PeopleSort) =>
  sort === 'team' ? sql<string>`found.team_id` : sql<string>`found.title_key`;

function placesOf({ teamKeys }: PeopleRange) {
  return sql<{ teamId: string; teamKey: string }>`(select * from
    unnest(${[...teamKeys.keys()]}::uuid[], ${[...teamKeys.values()]}::text[]) as t(team_id, team_key))`.as(
    'places',
  );
}

interface FoundPeriod {
  readonly employeeId: string;
  readonly validFrom: string;
  readonly keys: readonly string[];
}

async function readFound(ctx: TenantContext, found: readonly FoundPeriod[]): Promise<ListedPerson[]> {
  const ids = found.map(({ employeeId }) => employeeId);
  const days = found.map(({ validFrom }) => validFrom);
  const rows = await ctx.tx
    .selectFrom('employments')
    .innerJoin('employees', 'employees.employeeId', 'employments.employeeId')
    .select(COLUMNS)
    .where(sql<boolean>`(employments.employee_id, employments.valid_from)
      in (select * from unnest(${ids}::uuid[], ${days}::date[]))`)
    .execute();
  const byId = new Map(rows.map((row) => [row.employeeId, row]));
  return found.flatMap(({ employeeId, keys }) => {
    const row = byId.get(employeeId);
    return row ? [{ ...row, keys } as ListedPerson] : [];
  });
}

/** How many people the selection has. */
export async function countSelection(ctx: TenantContext, selection: PeopleSelection): Promise<number> {
  const { count } = await selected(ctx, selection)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** The ids of all people of the selection, in order of id. */
export async function listSelectedIds(ctx: TenantContext, selection: PeopleSelection): Promise<string[]> {
  const rows = await selected(ctx, selection)
    .select('found.employeeId')
    .orderBy('found.employeeId')
    .execute();
  return rows.map((row) => row.employeeId);
}

function selected(ctx: TenantContext, selection: PeopleSelection) {
  const [first, ...others] = wordsOf(selection);
  const query = ctx.tx
    .selectFrom('employments as found')
    .where(periods(ctx, selection))
    .where(ofFirstWord(ctx, selection, first));
  if (!kindOf(selection) && others.length === 0) return query;
  const people = query.innerJoin('employees', 'employees.employeeId', 'found.employeeId');
  return people.where(ofKind(selection)).where(ofOtherWords(selection, others)) as unknown as typeof query;
}

const COLUMNS = [
  ...(['externalId', 'name', 'email', 'kind', 'startedOn', 'endedOn'] as const).map(
    (column) => `employees.${column}` as const,
  ),
  ...(['employeeId', 'validFrom', 'validTo', 'title', 'teamId', 'siteId'] as const).map(
    (column) => `employments.${column}` as const,
  ),
  ...(['managerId', 'status', 'available', 'absence'] as const).map(
    (column) => `employments.${column}` as const,
  ),
];

/** Names of columns by sort: never anything that was entered. */
function keysOf(sort: PeopleSort, people: Expression<unknown>) {
  const name = [sql`${people}.sort_name`, sql`${people}.employee_id`];
  if (sort === 'name') return name;
  return [sort === 'team' ? sql`coalesce(places.team_key, '')` : sql`found.title_key`, ...name];
}

function besides(keys: ReturnType<typeof keysOf>, beside: NonNullable<PeopleRange['beside']>) {
  const values = beside.keys.map((value, index) =>
    index === beside.keys.length - 1 ? sql`${value}::uuid` : sql`${value}::text`,
  );
  const operator = beside.direction === 'after' ? sql`>` : sql`<`;
  return sql<boolean>`(${sql.join(keys)}) ${operator} (${sql.join(values)})`;
}

const kindOf = ({ filter: { kind }, scope }: PeopleSelection) => (scope.detailed ? kind : null);

function ofKind(selection: PeopleSelection): Expression<SqlBool> {
  const kind = kindOf(selection);
  return kind ? sql<boolean>`employees.kind = ${kind}` : sql<boolean>`true`;
}

/** The words of the search, the longest first: it leaves the fewest. */
function wordsOf({ filter: { query } }: PeopleSelection): string[] {
  return searchWords(query).sort((a, b) => b.length - a.length);
}

/** The word is in the title of the day or in what is known of the person: one scan of narrow rows each. */
function ofFirstWord(ctx: TenantContext, selection: PeopleSelection, word?: string): Expression<SqlBool> {
  if (word === undefined) return sql<boolean>`true`;
  const named = ctx.tx
    .selectFrom('employees')
    .select('employees.employeeId')
    .where(sql<boolean>`${textOf(selection)} like ${anywhere(word)}`);
  return sql<boolean>`(found.title_key like ${anywhere(word)} or found.employee_id in ${named})`;
}

/** Each of the words is there too: asked of those alone who have the first. */
function ofOtherWords(selection: PeopleSelection, words: readonly string[]): Expression<SqlBool> {
  const parts = words.map(
    (word) => sql`(found.title_key like ${anywhere(word)} or ${textOf(selection)} like ${anywhere(word)})`,
  );
  return sql<boolean>`${sql.join([sql`true`, ...parts], sql` and `)}`;
}

const textOf = ({ scope }: PeopleSelection) =>
  scope.detailed ? sql`employees.search_text` : sql`employees.sort_name`;

/** The occupation codes that somebody of the scope holds on a day, in order. */
export async function listHeldCodes(
  ctx: TenantContext,
  day: string,
  { everybody, teams, self }: DirectoryScope,
): Promise<string[]> {
  const met = sql<boolean>`employee_id in (
    select e.employee_id from employments e
     where e.organization_id = ${ctx.organizationId} and e.valid_from <= ${day}::date
       and (e.valid_to is null or e.valid_to > ${day}::date)
       and (e.team_id = any(${[...teams]}::uuid[]) or e.manager_id = ${self}::uuid or e.employee_id = ${self}::uuid))`;
  const rows = await ctx.tx
    .selectFrom('employeeOccupations')
    .select('soc')
    .distinct()
    .where(sql<boolean>`valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date)`)
    .where(everybody ? sql<boolean>`true` : met)
    .orderBy('soc')
    .execute();
  return rows.map((row) => row.soc);
}
