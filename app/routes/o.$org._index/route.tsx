import { redirect } from '@remix-run/node';
import { tenantLoader } from '~/http/tenant-route.server';
import { reachOf } from '~/modules/organizations/domain/permissions';

/** Where a member begins: the heatmap where the role opens it, else the own profile, else the occupations. */
export const loader = tenantLoader({ permission: 'session:read' }, async ({ viewer }) => {
  const base = `/o/${viewer.organization.slug}`;
  if (reachOf(viewer.role, 'heatmap:read') !== 'none') throw redirect(`${base}/heatmap`);
  if (viewer.employeeId) throw redirect(`${base}/people/${viewer.employeeId}`);
  throw redirect(`${base}/occupations`);
});

export default function Start() {
  return null;
}
