import { type Expression, type SqlBool, sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { DirectoryScope } from '../domain/directory-scope';
import type { EmploymentStatus } from '../domain/employee-row';
import type { PeopleFilter } from '../domain/people-filter';

/** Whom a list is made of. */
export interface PeopleSelection {
  readonly day: string;
  readonly filter: PeopleFilter;
  /** The teams of the filter with those beneath; null where it names none. */
  readonly teamIds: readonly string[] | null;
  readonly scope: DirectoryScope;
}

/** What a selection asks of a period of employment, which the query calls `found`. */
export function periods(
  ctx: TenantContext,
  { day, filter, teamIds, scope }: PeopleSelection,
): Expression<SqlBool> {
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
