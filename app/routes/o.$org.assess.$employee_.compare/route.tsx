import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ButtonLink } from '~/components/button';
import { Card } from '~/components/card';
import { DayText } from '~/components/date-text';
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
        <EmptyState
          title={ownOn === null ? 'Your own ratings are not in yet' : 'The other side is not in yet'}
          action={
            <ButtonLink to={rateTo} {...(ownOn === null ? { variant: 'primary' as const } : {})}>
              {ownOn === null ? 'Rate now' : 'Back to your ratings'}
            </ButtonLink>
          }
        >
          {ownOn === null ? null : (
            <>
              You submitted yours on <DayText day={ownOn} />.{' '}
            </>
          )}
          This cycle is blind: {viewerIs === 'self' ? 'you and your manager' : `you and ${name}`} read each
          other once both have submitted, or when the cycle is over.
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
