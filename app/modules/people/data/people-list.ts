import { type Expression, type SqlBool, sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { DirectoryScope } from '../domain/directory-scope';
import type { EmployeeKind, EmploymentStatus } from '../domain/employee-row';
import type { PeopleFilter, PeopleSort } from '../domain/people-filter';
import { anywhere, searchWords } from '../domain/people-search';
import type { EmploymentRow } from './employments';

/** Whom a list is made of. */
export interface PeopleSelection {
  readonly day: string;
  readonly filter: PeopleFilter;
  /** The teams of the filter with those beneath; null where it names none. */
  readonly teamIds: readonly string[] | null;
  readonly scope: DirectoryScope;
}

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
  const keys = keysOf(sort);
  const backwards = beside?.direction === 'before';
  const order = sql.join(keys.map((key) => (backwards ? sql`${key} desc` : sql`${key} asc`)));
  const base = groups || (sort === 'name' && !searched) ? inOrder(ctx, selection) : gathered(ctx, selection);
  let query = base.select(sql<string[]>`array[${sql.join(keys.map((key) => sql`${key}::text`))}]`.as('keys'));
  if (groups)
    query = query.where(sql<boolean>`${groupOf(sort)} = any(${groups.wanted}::text[]::${typeOf(sort)}[])`);
  if (sort === 'team')
    query = query.leftJoin(placesOf(range), 'places.teamId', 'found.teamId') as typeof query;
  if (beside) query = query.where(besides(keys, beside));
  const found = await query.orderBy(order).offset(offset).limit(limit).execute();
  const rows = await readFound(ctx, backwards ? found.reverse() : found);
  return { rows, total: groups?.total ?? found[0]?.total ?? null };
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
      (name) => name('employees').materialized(),
      (query) =>
        query
          .selectFrom('found')
          .innerJoin('employees', 'employees.employeeId', 'found.employeeId')
          .selectAll('found')
          .select('employees.sortName')
          .where(ofKind(selection))
          .where(ofOtherWords(selection, others)),
    )
    .selectFrom('employees as found')
    .select(['found.employeeId', 'found.validFrom']) as unknown as ReturnType<typeof inOrder>;
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
  const backwards = beside?.direction === 'before';
  const [from] = beside?.keys ?? [];
  const key = sort === 'team' ? sql<string>`coalesce(places.team_key, '')` : sql<string>`counted.one`;
  const counted = ctx.tx
    .selectFrom('employments as found')
    .select([sql<string>`${groupOf(sort)}`.as('one'), sql<number>`count(*)::int`.as('count')])
    .where(periods(ctx, selection))
    .groupBy(sql`${groupOf(sort)}`);
}

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
  const { filter, scope } = selection;
  const query = ctx.tx
    .selectFrom('employments as found')
    .where(periods(ctx, selection))
    .where(ofWords(ctx, selection));
  if (filter.kind === null || !scope.detailed) return query;
  const people = query.innerJoin('employees', 'employees.employeeId', 'found.employeeId');
  return people.where(ofKind(selection)) as unknown as typeof query;
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
function keysOf(sort: PeopleSort) {
  const name = [sql`employees.sort_name`, sql`employees.employee_id`];
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

function ofKind({ filter: { kind }, scope }: PeopleSelection): Expression<SqlBool> {
  return kind && scope.detailed ? sql<boolean>`employees.kind = ${kind}` : sql<boolean>`true`;
}

/** Each word is in the title of the day or in what is known of the person: one scan of narrow rows a word. */
function ofWords(ctx: TenantContext, { filter, scope }: PeopleSelection): Expression<SqlBool> {
  const text = scope.detailed ? sql`person.search_text` : sql`person.sort_name`;
  const parts = searchWords(filter.query).map((word) => {
    const named = ctx.tx
      .selectFrom('employees as person')
      .select('person.employeeId')
      .where(sql<boolean>`${text} like ${anywhere(word)}`);
    return sql`(found.title_key like ${anywhere(word)} or found.employee_id in ${named})`;
  });
  return sql<boolean>`${sql.join([sql`true`, ...parts], sql` and `)}`;
}

/** What is asked of the period. */
function periods(ctx: TenantContext, { day, filter, teamIds, scope }: PeopleSelection): Expression<SqlBool> {
  const { site, occupation, band, unmapped } = filter;
  const parts = [
    ofStatus(ctx, { day, filter, scope }),
    ...(teamIds ? [sql`found.team_id = any(${teamIds}::uuid[])`] : []),
    ...(site ? [sql`found.site_id = ${site}::uuid`] : []),
    ...(occupation || band ? [sql`exists ${occupationsOn(ctx, day, { occupation, band })}`] : []),
    ...(unmapped ? [sql`not exists ${occupationsOn(ctx, day, 'confirmed')}`] : []),
    ...(scope.everybody ? [] : [inScope(scope)]),
  ];
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}

function inScope({ teams, self }: DirectoryScope): Expression<SqlBool> {
  return sql<boolean>`(found.team_id = any(${[...teams]}::uuid[])
    or found.employee_id = ${self}::uuid or found.manager_id = ${self}::uuid)`;
}

type StatusQuestion = Pick<PeopleSelection, 'day' | 'filter' | 'scope'>;

function ofStatus(ctx: TenantContext, { day, filter, scope }: StatusQuestion): Expression<SqlBool> {
  const status = scope.detailed ? filter.status : 'present';
  const onDay = sql`found.valid_from <= ${day}::date
    and (found.valid_to is null or found.valid_to > ${day}::date)`;
  if (status === 'present')
    return sql<boolean>`${onDay}
      and found.status in ('active', 'leave')`;
  if (status === 'known') return sql<boolean>`${onDay}`;
  if (status !== 'planned' && status !== 'all')
    return sql<boolean>`${onDay} and found.status = ${status satisfies EmploymentStatus}`;
  const before = ctx.tx
    .selectFrom('employments as earlier')
    .select('earlier.employeeId')
    .where(sql<boolean>`earlier.employee_id = found.employee_id`)
    .where(sql<boolean>`earlier.valid_from < found.valid_from`);
  const begins = sql`(found.valid_from > ${day}::date and not exists ${before})`;
  return status === 'planned' ? sql<boolean>`${begins}` : sql<boolean>`((${onDay}) or ${begins})`;
}

type Held = Pick<PeopleFilter, 'occupation' | 'band'> | 'confirmed';

/** Occupations that the person of the period holds on the day, or when beginning later on that day. */
function occupationsOn(ctx: TenantContext, day: string, held: Held) {
  const on = sql`greatest(${day}::date, found.valid_from)`;
  const all = ctx.tx
    .selectFrom('employeeOccupations as held')
    .select('held.soc')
    .where(sql<boolean>`held.employee_id = found.employee_id`)
    .where(sql<boolean>`held.valid_from <= ${on} and (held.valid_to is null or held.valid_to > ${on})`);
  if (held === 'confirmed') return all.where('held.confirmedBy', 'is not', null);
  const { occupation, band } = held;
  return all
    .$if(occupation !== null, (query) => query.where('held.soc', '=', occupation ?? ''))
    .$if(band !== null, (query) => query.where('held.roleBand', '=', band));
}

/** The occupation codes that somebody holds on a day, in order. */
export async function listHeldCodes(ctx: TenantContext, day: string): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('employeeOccupations')
    .select('soc')
    .distinct()
    .where(sql<boolean>`valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date)`)
    .orderBy('soc')
    .execute();
  return rows.map((row) => row.soc);
}
