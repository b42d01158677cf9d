import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Card } from '~/components/card';
import { EmptyState } from '~/components/empty-state';
import { FormOutcome } from '~/components/form-outcome';
import { PageHeader } from '~/components/page-header';
import { redirectUri } from '~/http/sso.server';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { getSsoSettings } from '~/modules/organizations/queries/sso/get-sso-settings';
import type { FieldError } from '~/shared/errors';
import { DomainsCard } from './domains-card';
import { doneWords, obeySsoForm } from './obey-sso-form.server';
import { ProviderForm } from './provider-form';
import { readSsoForm } from './read-sso-form.server';
import { RequirementForm } from './requirement-form';

export const meta: MetaFunction = () => [{ title: 'Single sign-on · Cadre' }];

/** The organization's identity provider, its domains, and whether everybody has to come through it. */
export const loader = tenantLoader(
  { permission: 'organization:write' },
  async ({ viewer, context, request, url }) => ({
    ...(await getSsoSettings(context.database, viewer.organization.id)),
    redirectUri: redirectUri({ context, request }, viewer.organization.id),
    isOwner: viewer.role === 'owner',
    done: doneWords(url.searchParams.get('done') ?? ''),
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  }),
);

interface Refusal {
  readonly reason: string;
  readonly errors: readonly FieldError[];
}
type Answer = TypedResponse<never> | ReturnType<typeof data<Refusal>>;

export const action = tenantAction(
  {
    permission: 'organization:write',
    body: readSsoForm,
    refused: ({ reason, errors }): Answer => data({ reason, errors }, { status: 422 }),
  },
  async ({ viewer, context, body }): Promise<Answer> => {
    await obeySsoForm(context, viewer, body);
    return redirect(`/o/${viewer.organization.slug}/settings/single-sign-on?done=${body.intent}`);
  },
);

export default function SingleSignOnSettings() {
  const page = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const faultOf = (field: string) => refusal?.errors.find(({ pointer }) => pointer === field)?.detail;
  const { connection } = page;
  return (
    <>
      <PageHeader
        title="Single sign-on"
        crumbs={[{ label: page.organization, to: page.base }, { label: 'Single sign-on' }]}
      />
      <FormOutcome refused={refusal?.reason} done={page.done} />
      <div className="stack">
        {connection || page.isOwner ? (
          <ProviderForm
            key={connection?.issuer}
            connection={connection}
            redirectUri={page.redirectUri}
            isOwner={page.isOwner}
            faultOf={faultOf}
          />
        ) : (
          <Card title="Identity provider">
            <EmptyState title="No provider yet">An owner of the organization chooses it.</EmptyState>
          </Card>
        )}
        <DomainsCard key={page.domains.length} domains={page.domains} faultOf={faultOf} />
        <RequirementForm
          required={page.required}
          isOwner={page.isOwner}
          isReady={connection?.enabled === true && connection.isProven}
          owners={page.owners}
          fault={faultOf('breakGlass')}
        />
      </div>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
