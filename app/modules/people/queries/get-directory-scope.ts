import type { TenantContext } from '#db/tenancy';
import type { Reach } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { findEmployment } from '../data/employments';
import type { DirectoryScope } from '../domain/directory-scope';
import { listSubtreeTeamIds } from './list-subtree-team-ids';

/** Who asks, and how far directory:read goes for them. */
export interface DirectoryReader {
  readonly viewer: Pick<Viewer, 'teamScope' | 'employeeId'>;
  readonly reach: Reach;
}

const NOBODY: ReadonlySet<string> = new Set();

/** Whom the viewer meets in lists of people on a day (product.md, Roles). */
export async function getDirectoryScope(
  ctx: TenantContext,
  { viewer, reach }: DirectoryReader,
  day: string,
): Promise<DirectoryScope> {
  const self = viewer.employeeId;
  if (reach === 'all') return { everybody: true, teams: NOBODY, self, detailed: true };
  if (reach === 'subtree') {
    const teams = new Set(await listSubtreeTeamIds(ctx, viewer.teamScope, day));
    return { everybody: false, teams, self, detailed: true };
  }
  const own = reach === 'team' && self !== null ? await findEmployment(ctx, self, day) : undefined;
  const teams = own && own.status !== 'left' ? new Set([own.teamId]) : NOBODY;
  return { everybody: false, teams, self, detailed: false };
}
