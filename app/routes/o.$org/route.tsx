import { Form, Outlet, useLoaderData, useLocation, useRouteLoaderData } from '@remix-run/react';
import { AppShell } from '~/components/app-shell';
import { Button } from '~/components/button';
import { type Theme, ThemeToggle } from '~/components/theme-toggle';
import { RouteError } from '~/http/route-error';
import { tenantLoader } from '~/http/tenant-route.server';
import { ROLE_LABELS } from '~/modules/organizations/domain/role';
import { navigationFor } from './navigation';
import { OrganizationSwitch } from './organization-switch';

/** The frame of every page of an organization. */
export const loader = tenantLoader({ permission: 'session:read', layout: true }, async ({ viewer }) => ({
  organization: { slug: viewer.organization.slug, name: viewer.organization.name },
  viewer: { name: viewer.name, role: viewer.role, employeeId: viewer.employeeId },
}));

export default function Organization() {
  const { organization, viewer } = useLoaderData<typeof loader>();
  const { theme } = useRouteLoaderData<{ theme: Theme }>('root') ?? { theme: 'system' as const };
  const { pathname, search } = useLocation();
  const base = `/o/${organization.slug}`;
  const own = viewer.employeeId ? `${base}/people/${viewer.employeeId}` : undefined;
  return (
    <AppShell
      homeTo={base}
      organization={<OrganizationSwitch name={organization.name} />}
      sections={navigationFor({ base, pathname, role: viewer.role, employeeId: viewer.employeeId })}
      person={{ name: viewer.name, detail: ROLE_LABELS[viewer.role], ...(own ? { to: own } : {}) }}
      theme={<ThemeToggle current={theme} returnTo={`${pathname}${search}`} />}
      signOut={
        <Form method="post" action="/logout">
          <Button type="submit" variant="quiet">
            Sign out
          </Button>
        </Form>
      }
    >
      <Outlet />
    </AppShell>
  );
}

export function ErrorBoundary() {
  return (
    <main className="state-page">
      <RouteError />
    </main>
  );
}
