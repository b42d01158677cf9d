import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/button';
import { EmptyState } from '~/components/empty-state';
import { sessionRoute } from '~/http/open-route.server';
import type { SignedIn } from '~/http/session.server';
import { ROLE_LABELS } from '~/modules/organizations/domain/role';
import { listOrganizationsOf } from '~/modules/organizations/queries/list-organizations-of';

export const meta: MetaFunction = () => [{ title: 'Your organizations · Cadre' }];

/** Picks an organization; with only one there is nothing to pick. By single sign-on there is only the one that vouched. */
export const loader = sessionRoute(
  async ({ context, person }: LoaderFunctionArgs & { person: SignedIn }) => {
    const all = await listOrganizationsOf(context.database, person.userId);
    const organizations = all.filter(
      ({ organizationId }) => person.method !== 'sso' || organizationId === person.ssoOrganizationId,
    );
    const [only] = organizations;
    if (only && organizations.length === 1) throw redirect(`/o/${only.slug}`);
    return {
      organizations: organizations.map(({ slug, name, role }) => ({ slug, name, role })),
      name: person.name,
    };
  },
  { sso: true },
);

export default function Organizations() {
  const { organizations, name } = useLoaderData<typeof loader>();
  return (
    <main className="sign-in" id="content">
      <div className="sign-in-card card">
        <h1>Your organizations</h1>
        {organizations.length === 0 ? (
          <EmptyState title="No organization yet">
            {name} is signed in and belongs to no organization. An administrator can invite you.
          </EmptyState>
        ) : (
          <ul className="choice-list">
            {organizations.map(({ slug, name: organization, role }) => (
              <li key={slug}>
                <Link to={`/o/${slug}`}>
                  <strong>{organization}</strong>
                  <span className="small">{ROLE_LABELS[role]}</span>
                </Link>
              </li>
            ))}
          </ul>
        )}
        <Form method="post" action="/logout">
          <Button type="submit" variant="quiet">
            Sign out
          </Button>
        </Form>
      </div>
    </main>
  );
}
