import { type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { tenantLoader } from '~/http/tenant-route.server';
import { reachOf } from '~/modules/organizations/domain/permissions';
import { hasPeople } from '~/modules/people/queries/has-people';
import { FirstSteps } from './first-steps';

export const meta: MetaFunction = () => [{ title: 'First steps · Cadre' }];

/**
 * Where a member begins: the heatmap where the role opens it, else the own profile, else the occupations. Whoever sets
 * an organization up begins with the first steps as long as nobody is in it.
 */
export const loader = tenantLoader({ permission: 'session:read' }, async ({ ctx, viewer }) => {
  const { name, slug } = viewer.organization;
  const base = `/o/${slug}`;
  if (reachOf(viewer.role, 'heatmap:read') !== 'none') throw redirect(`${base}/heatmap`);
  if (viewer.employeeId) throw redirect(`${base}/people/${viewer.employeeId}`);
  const setsUp = reachOf(viewer.role, 'organization:write') !== 'none';
  if (setsUp && !(await hasPeople(ctx))) return { organization: name, slug };
  throw redirect(`${base}/occupations`);
});

export default function Start() {
  return <FirstSteps {...useLoaderData<typeof loader>()} />;
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
