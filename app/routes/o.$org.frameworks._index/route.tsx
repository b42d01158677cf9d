import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { ButtonLink } from '~/components/button';
import { EmptyState } from '~/components/empty-state';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { tenantLoader } from '~/http/tenant-route.server';
import { listOwnFrameworks } from '~/modules/frameworks/queries/list-own-frameworks';
import { OwnFrameworkTable } from '~/modules/frameworks/ui/editor/own-framework-table';
import { getSettings } from '~/modules/organizations/queries/get-settings';
import { listActors } from '~/modules/organizations/queries/list-actors';

export const meta: MetaFunction = () => [{ title: 'Own frameworks · Cadre' }];

/** The organization's own frameworks, drafts and published ones. */
export const loader = tenantLoader(
  { permission: 'catalogue:write' },
  async ({ ctx, viewer, url, context }) => {
    const items = await listOwnFrameworks(ctx);
    const ids = items.flatMap(({ by }) => by ?? []);
    const actors = ids.length > 0 ? await listActors(context.database, viewer.organization.id, ids) : [];
    const names = new Map(actors.map(({ id, name }) => [id, name]));
    return {
      rows: items.map((item) => ({
        ...item,
        by: item.by === null ? null : (names.get(item.by) ?? 'the operator'),
      })),
      discarded: url.searchParams.has('discarded'),
      zone: (await getSettings(ctx)).timeZone,
      organization: viewer.organization.name,
      base: `/o/${viewer.organization.slug}`,
    };
  },
);

export default function OwnFrameworksPage() {
  const { rows, discarded, zone, organization, base } = useLoaderData<typeof loader>();
  const begin = (
    <ButtonLink to={`${base}/frameworks/new`} variant="primary">
      New framework
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title="Own frameworks"
        crumbs={[
          { label: organization, to: base },
          { label: 'Occupations', to: `${base}/occupations` },
          { label: 'Own frameworks' },
        ]}
        tools={
          <>
            <ButtonLink to={`${base}/frameworks/import`}>Import a file</ButtonLink>
            {rows.length > 0 ? begin : null}
          </>
        }
      />
      {discarded ? (
        <Notice tone="good" announce>
          The draft was discarded.
        </Notice>
      ) : null}
      <p className="lead">
        Levels and statements that {organization} wrote or may use. They are seen by {organization} only, and
        a published one counts before the shared frameworks of the{' '}
        <Link className="link" to={`${base}/occupations`}>
          occupations
        </Link>
        .
      </p>
      {rows.length > 0 ? (
        <OwnFrameworkTable rows={rows} base={base} zone={zone} />
      ) : (
        <EmptyState title="No framework of your own yet" action={begin}>
          An own framework says in your words what each level looks like: texts that you wrote, or licensed
          ones that you may use. Begin with a copy of a shared framework, from scratch, or import a CSV file.
        </EmptyState>
      )}
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
