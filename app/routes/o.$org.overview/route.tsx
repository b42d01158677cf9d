import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { EmptyState } from '~/components/empty-state';
import { PageHeader } from '~/components/page-header';
import { useRefreshWhile } from '~/components/use-refresh-while';
import { tenantLoader } from '~/http/tenant-route.server';
import { askForReleaseCuts } from '~/modules/capability/commands/ask-for-release-cuts';
import { getOverview } from '~/modules/capability/queries/get-overview';
import { AsOfLine } from '~/modules/capability/ui/as-of-line';
import { ReleasedOverview } from '~/modules/capability/ui/overview/released-overview';
import { LiveOverview } from './live-overview';

export const meta: MetaFunction = () => [{ title: 'Overview · Cadre' }];

/** The figures of the organization, or of the teams of a scope, on one page. */
export const loader = tenantLoader({ permission: 'heatmap:read' }, async ({ ctx, viewer, reach }) => {
  const view = await getOverview(ctx, { viewer, reach });
  if (view.kind === 'released') askForReleaseCuts(ctx, view);
  const { name: organization, slug } = viewer.organization;
  return { view, organization, base: `/o/${slug}` };
});

export default function OverviewPage() {
  const { view, organization, base } = useLoaderData<typeof loader>();
  useRefreshWhile(view.kind === 'live' ? view.pending : view.preparing);
  return (
    <>
      <PageHeader
        title="Overview"
        crumbs={[{ label: organization, to: base }, { label: 'Overview' }]}
        asOf={
          view.kind === 'live' ? (
            <AsOfLine
              asOf={view.asOf}
              computedAt={view.computedAt}
              zone={view.timeZone}
              pending={view.pending}
              release={null}
            />
          ) : view.release ? (
            <AsOfLine
              asOf={view.release.asOf}
              computedAt={null}
              zone=""
              pending={false}
              release={view.release}
            />
          ) : undefined
        }
      />
      {view.kind === 'live' ? (
        <LiveOverview view={view} base={base} />
      ) : view.release === null ? (
        <EmptyState title={view.preparing ? 'Your figures are being prepared' : 'Nothing released yet'}>
          {view.preparing
            ? 'They stand here within a minute or so.'
            : 'Figures stand here from the first release on in which enough people are assessed.'}
        </EmptyState>
      ) : (
        <ReleasedOverview tile={view.aiReadiness} base={base} />
      )}
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
