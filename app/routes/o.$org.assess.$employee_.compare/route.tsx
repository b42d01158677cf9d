import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Card } from '~/components/card';
import { EmptyState } from '~/components/empty-state';
import { PageHeader } from '~/components/page-header';
import { tenantLoader } from '~/http/tenant-route.server';
import { compareSides } from '~/modules/assessments/queries/compare-sides';
import { ComparedTable } from '~/modules/assessments/ui/compared-table';
import { cycleOf } from '../o.$org.assess._index/grid-state.server';

export const meta: MetaFunction = () => [{ title: 'Self and manager · Cadre' }];

/** Self and manager side by side, for the two of them. */
export const loader = tenantLoader({ permission: 'ratings:submit' }, async ({ ctx, viewer, params, url }) => {
  const employeeId = params['employee'] ?? '';
  const cycleId = cycleOf(url.searchParams.get('cycle') ?? '');
  const sides = await compareSides(ctx, viewer, { employeeId, cycleId });
  const { slug, name: organization } = viewer.organization;
  return {
    ...sides,
    organization,
    base: `/o/${slug}`,
    rateTo: `/o/${slug}/assess/${employeeId}?cycle=${cycleId}`,
  };
});

export default function ComparePage() {
  const { name, cycle, viewerIs, selfOn, managerOn, rows, organization, base, rateTo } =
    useLoaderData<typeof loader>();
  const ownOn = viewerIs === 'self' ? selfOn : managerOn;
  return (
    <>
      <PageHeader
        title={`Self and manager, ${name}`}
        crumbs={[
          { label: organization, to: base },
          { label: cycle, to: rateTo },
        ]}
      />
      {rows === null ? (
        <EmptyState title="Not both are in yet">
          {ownOn === null
            ? 'Your own ratings are not submitted. '
            : 'Your own ratings are in; those of the other side are not. '}
          This cycle is blind: the two of you read each other once both have submitted.
        </EmptyState>
      ) : (
        <Card title="Side by side" padded={false}>
          <ComparedTable {...{ rows, selfOn, managerOn }} />
        </Card>
      )}
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
