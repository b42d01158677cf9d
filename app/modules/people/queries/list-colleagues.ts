import type { TenantContext } from '#db/tenancy';
import { EVERYBODY_PRESENT } from '../domain/people-filter';
import { listPeople } from './list-people';

export interface Colleague {
  readonly number: string;
  readonly name: string;
  readonly title: string;
}

interface Question {
  readonly teamId: string;
  readonly asOf: string;
  readonly limit: number;
}

/** The first active people of a team and all beneath it, by name, for who may see the whole directory. */
export async function listColleagues(
  ctx: TenantContext,
  { teamId, asOf, limit }: Question,
): Promise<Colleague[]> {
  const { rows } = await listPeople(ctx, {
    viewer: { teamScope: [], employeeId: null },
    reach: 'all',
    filter: { ...EVERYBODY_PRESENT, team: teamId, status: 'active' },
    asOf,
    sort: 'name',
    cursor: null,
    limit,
    counted: false,
  });
  return rows.map(({ name, title, details }) => ({ number: details?.externalId ?? '', name, title }));
}
