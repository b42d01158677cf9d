import type { MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { Button, ButtonLink } from '~/components/button';
import { EmptyState } from '~/components/empty-state';
import { Field } from '~/components/field';
import { FormOutcome } from '~/components/form-outcome';
import { PageHeader } from '~/components/page-header';
import { tenantLoader } from '~/http/tenant-route.server';
import { listTargetOverview } from '~/modules/capability/queries/list-target-overview';
import { TargetOverviewTable } from '~/modules/capability/ui/targets/target-overview-table';
import { reachOf } from '~/modules/organizations/domain/permissions';

const PAGE_SIZE = 50;
const LONGEST_QUERY = 200;

export const meta: MetaFunction = () => [{ title: 'Target profiles · Cadre' }];

/** What each occupation and band is asked for: written profiles and defaults. */
export const loader = tenantLoader({ permission: 'catalogue:read' }, async ({ ctx, viewer, url }) => {
  const query = (url.searchParams.get('query') ?? '').trim().replaceAll('\0', '').slice(0, LONGEST_QUERY);
  const after = url.searchParams.get('after');
  const overview = await listTargetOverview(ctx, { viewer, query, after, limit: PAGE_SIZE });
  return {
    query,
    overview,
    done: changedWords(url.searchParams.get('changed') ?? ''),
    mayWrite: reachOf(viewer.role, 'catalogue:write') !== 'none',
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  };
});

export default function TargetsPage() {
  const { query, overview, done, mayWrite, organization, base } = useLoaderData<typeof loader>();
  const { items, next, total } = overview;
  const found = total === 1 ? '1 occupation' : `${total.toLocaleString('en')} occupations`;
  return (
    <>
      <PageHeader
        title="Target profiles"
        crumbs={[{ label: organization, to: base }, { label: 'Target profiles' }]}
        tools={
          <>
            <ButtonLink to={`${base}/targets/export?format=csv`} reloadDocument>
              Export CSV
            </ButtonLink>
            <ButtonLink to={`${base}/targets/export?format=xlsx`} reloadDocument>
              Export XLSX
            </ButtonLink>
            {mayWrite ? <ButtonLink to={`${base}/targets/import`}>Import</ButtonLink> : null}
          </>
        }
      />
      <FormOutcome refused={undefined} done={done} />
      <p className="lead">
        What each occupation asks in each role band. Where nothing is written, a default target counts: the
        band’s own number in every dimension, which never yields cover or readiness.
      </p>
      <Form method="get" className="bar target-search" role="search">
        <Field label="Find any occupation" name="query" type="search" defaultValue={query} maxLength={200} />
        <Button type="submit">Search</Button>
        {query ? <ButtonLink to={`${base}/targets`}>Show those in use</ButtonLink> : null}
      </Form>
      <p role="status" className="small">
        {query ? `${found} for “${query}”` : `${found} in use or with a written profile`}
      </p>
      {items.length > 0 ? (
        <TargetOverviewTable overview={overview} base={base} mayWrite={mayWrite} />
      ) : query ? (
        <EmptyState title="No such occupation">
          Nothing of the catalogue fits “{query}”. Try a code, or other words of the title.
        </EmptyState>
      ) : (
        <EmptyState title="No occupation in use yet">
          Occupations stand here once people are mapped to them. Until then, search for any occupation to
          write its target profile.
        </EmptyState>
      )}
      {next ? (
        <p className="pager">
          <ButtonLink to={`?after=${next}`}>Next occupations</ButtonLink>
        </p>
      ) : null}
    </>
  );
}

/** What the page says after profiles were changed together; null for anything but their number. */
function changedWords(count: string): string | null {
  if (!/^[1-9]\d{0,2}$/u.test(count)) return null;
  return `Saved: ${count === '1' ? '1 profile' : `${count} profiles`}. The figures follow within seconds.`;
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
