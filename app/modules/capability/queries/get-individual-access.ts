import type { TenantContext } from '#db/tenancy';
import { reachOf } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { listDirectReports } from '~/modules/people/queries/list-direct-reports';
import type { IndividualAccess } from '../domain/individual-access';
import { subtreeOf } from '../domain/subtree';

/** What individual access follows from. */
export type Reader = Pick<Viewer, 'role' | 'teamScope' | 'employeeId'>;

/** A tree of teams as it stood on some day. */
export type TeamLinks = readonly { readonly teamId: string; readonly parentId: string | null }[];

/** Whose ratings the viewer may read one by one, with the teams of that tree and the reports of that day. */
export async function getIndividualAccess(
  ctx: TenantContext,
  reader: Reader,
  { tree, day }: { readonly tree: TeamLinks; readonly day: string },
): Promise<IndividualAccess> {
  const reach = reachOf(reader.role, 'profiles:read');
  const { employeeId } = reader;
  const reports = reach === 'reports' && employeeId ? await listDirectReports(ctx, employeeId, day) : [];
  return {
    everybody: reach === 'all',
    teams: reach === 'subtree' ? subtreeOf(tree, reader.teamScope) : new Set(),
    people: new Set([...reports.map((report) => report.employeeId), ...(employeeId ? [employeeId] : [])]),
  };
}
