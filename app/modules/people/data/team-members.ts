import type { ExpressionBuilder } from 'kysely';
import type { AppTables } from '#db/tables';
import type { TenantContext } from '#db/tenancy';

export interface PageOfPeople {
  readonly day: string;
  readonly limit: number;
  /** `name TAB id` of the last person of the page before, or null. */
  readonly after: string | null;
}

export interface NamedPerson {
  readonly employeeId: string;
  readonly name: string;
}

/** A page of the active people of these teams, by name and id. */
export async function listActivePage(
  ctx: TenantContext,
  teamIds: readonly string[],
  page: PageOfPeople,
): Promise<NamedPerson[]> {
  if (teamIds.length === 0) return [];
  const [name, employeeId] = page.after?.split('\t') ?? [];
  return activeOn(ctx, teamIds, page.day)
    .select(['employees.employeeId', 'employees.name'])
    .$if(name !== undefined && employeeId !== undefined, (query) =>
      query.where((eb) =>
        eb(
          eb.refTuple('employees.name', 'employees.employeeId'),
          '>',
          eb.tuple(name ?? '', employeeId ?? ''),
        ),
      ),
    )
    .orderBy('employees.name')
    .orderBy('employees.employeeId')
    .limit(page.limit)
    .execute();
}

/** Ids of everybody who is in one of these teams on a day, whatever their status. */
export async function listAnyStatusIds(
  ctx: TenantContext,
  teamIds: readonly string[],
  day: string,
): Promise<string[]> {
  if (teamIds.length === 0) return [];
  const rows = await ctx.tx
    .selectFrom('employments')
    .select('employeeId')
    .distinct()
    .where('teamId', 'in', teamIds)
    .where('validFrom', '<=', day)
    .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>', day)]))
    .execute();
  return rows.map((row) => row.employeeId);
}

function activeOn(ctx: TenantContext, teamIds: readonly string[], day: string) {
  return ctx.tx
    .selectFrom('employments')
    .innerJoin('employees', 'employees.employeeId', 'employments.employeeId')
    .where('employments.teamId', 'in', teamIds)
    .where('employments.status', '=', 'active')
    .where('employments.validFrom', '<=', day)
    .where((eb: ExpressionBuilder<AppTables, 'employments'>) =>
      eb.or([eb('employments.validTo', 'is', null), eb('employments.validTo', '>', day)]),
    );
}
