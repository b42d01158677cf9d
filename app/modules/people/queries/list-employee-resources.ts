import type { z } from 'zod';
import type { TenantContext } from '#db/tenancy';
import { InvalidInput } from '~/shared/errors';
import { type EmployeeResource, type employeeListQuery, employeeSchema } from '../domain/employee-resource';
import { readPeopleCursor } from '../domain/people-cursor';
import { filterOfQuery } from '../domain/people-filter-query';
import type { DirectoryReader } from './get-directory-scope';
import { listPeople } from './list-people';

export interface EmployeeResources {
  readonly items: readonly EmployeeResource[];
  /** Cursor of the next page; null at the end. */
  readonly next: string | null;
}

/** A page of people as the API gives them. Throws InvalidInput for a cursor that is none of this list. */
export async function listEmployeeResources(
  ctx: TenantContext,
  reader: DirectoryReader,
  query: z.output<typeof employeeListQuery>,
): Promise<EmployeeResources> {
  const { sort, limit, cursor = null, asOf = null } = query;
  if (cursor !== null && !readPeopleCursor(cursor, sort)) {
    throw new InvalidInput('The query is not right.', [
      { pointer: 'cursor', detail: 'is not the cursor of a link to the next page of this list.' },
    ]);
  }
  // On a day that is named nobody is there who begins later.
  const filter = filterOfQuery({ ...query, status: query.status ?? (asOf === null ? 'all' : 'known') });
  const { rows, next } = await listPeople(ctx, {
    ...reader,
    filter,
    asOf,
    sort,
    cursor,
    limit,
    counted: false,
  });
  const items = rows.flatMap(({ employeeId, details, ...person }) =>
    details ? [employeeSchema.parse({ id: employeeId, ...person, ...details })] : [],
  );
  return { items, next };
}
