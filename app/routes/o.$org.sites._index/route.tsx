import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { DayText } from '~/components/date-text';
import { EmptyState } from '~/components/empty-state';
import { ExportLinks } from '~/components/export-links';
import { Field } from '~/components/field';
import { FormOutcome } from '~/components/form-outcome';
import { PageHeader } from '~/components/page-header';
import { readFields } from '~/http/read-fields.server';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { getMethod } from '~/modules/capability/queries/get-method';
import { reachOf } from '~/modules/organizations/domain/permissions';
import { addSite } from '~/modules/people/commands/change-sites';
import { isDetailed } from '~/modules/people/domain/directory-scope';
import { listSites } from '~/modules/people/queries/list-sites';
import { SiteTable } from './site-table';

export const meta: MetaFunction = () => [{ title: 'Sites · Cadre' }];

const DONE: Readonly<Record<string, string>> = {
  added: 'The site was added.',
  rename: 'The site has its new name.',
  merge: 'The two sites are one.',
  remove: 'The site was removed.',
};

/** The sites; how many people are there, for whoever reads everybody. */
export const loader = tenantLoader({ permission: 'directory:read' }, async ({ ctx, viewer, reach, url }) => {
  const { today } = await getMethod(ctx);
  const sites = await listSites(ctx, today);
  return {
    sites: sites.map(({ siteId, name, people }) => ({
      siteId,
      name,
      people: reach === 'all' ? people : null,
    })),
    today,
    mayExport: isDetailed(reach) && sites.length > 0,
    mayWrite: reachOf(viewer.role, 'directory:write') !== 'none',
    done: DONE[url.searchParams.get('done') ?? ''] ?? null,
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  };
});

type Answer = TypedResponse<never> | ReturnType<typeof data<{ readonly reason: string }>>;

export const action = tenantAction(
  {
    permission: 'directory:write',
    body: async (request: Request) => (await readFields(request, { single: ['name'] })).one,
    refused: ({ reason }): Answer => data({ reason }, { status: 422 }),
  },
  async ({ ctx, viewer, body }): Promise<Answer> => {
    await addSite(ctx, body);
    return redirect(`/o/${viewer.organization.slug}/sites?done=added`);
  },
);

export default function SitesPage() {
  const { sites, today, mayWrite, mayExport, done, organization, base } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title="Sites"
        crumbs={[{ label: organization, to: base }, { label: 'Sites' }]}
        asOf={<DayText day={today} />}
        tools={mayExport ? <ExportLinks to={`${base}/sites/export`} of="sites" /> : null}
      />
      <FormOutcome refused={refusal?.reason} done={done} />
      <div className="stack">
        <Card padded={false}>
          {sites.length === 0 ? (
            <EmptyState title="No sites yet">
              Sites come with the people of an import, or are added here.
            </EmptyState>
          ) : (
            <SiteTable sites={sites} base={base} mayWrite={mayWrite} />
          )}
        </Card>
        {mayWrite ? (
          <Card title="Add a site">
            <Form method="post" noValidate key={sites.length}>
              <Field
                label="Name"
                name="name"
                maxLength={200}
                required
                autoComplete="off"
                error={refusal ? refusal.reason : null}
              />
              <Button type="submit">Add site</Button>
            </Form>
          </Card>
        ) : null}
      </div>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
