import type { TenantArgs } from '~/http/tenant-route.server';
import { listActors } from '~/modules/organizations/queries/list-actors';
import type { comparisonRows } from './comparison-rows';

/** Names of those who confirmed, by id. */
export async function peopleOf({ context, viewer }: TenantArgs, rows: ReturnType<typeof comparisonRows>) {
  const ids = new Set(rows.flatMap(({ rewording }) => rewording?.confirmed?.by ?? []));
  const actors = await listActors(context.database, viewer.organization.id, [...ids]);
  return Object.fromEntries(actors.map(({ id, name }) => [id, name]));
}
