import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Card } from '~/components/card';
import { EmptyState } from '~/components/empty-state';
import { ExportLinks } from '~/components/export-links';
import { PageHeader } from '~/components/page-header';
import { tenantLoader } from '~/http/tenant-route.server';
import { RATER_KIND_WORDS } from '~/modules/capability/domain/rater-kind-words';
import { getAgreementPage } from '~/modules/capability/queries/get-agreement-page';
import { DimensionsTable } from './dimensions-table';
import { NotShown } from './not-shown';
import { RaterPairs } from './rater-pairs';
import { SeverityTable } from './severity-table';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Agreement, ${page?.cycle.name ?? 'cycle'} · Cadre` },
];

/** How far the raters of a cycle agree, and how severe each is. */
export const loader = tenantLoader(
  { permission: 'cycles:run' },
  async ({ ctx, viewer, reach, params, url }) => ({
    ...(await getAgreementPage(ctx, {
      ...{ viewer, reach, cycleId: params['cycle'] ?? '', pair: url.searchParams.get('pair') },
    })),
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  }),
);

export default function AgreementPage() {
  const { cycle, isReadable, ratings, kinds, raters, chosen, severities, notShown, organization, base } =
    useLoaderData<typeof loader>();
  const place = `${base}/assessments/${cycle.cycleId}`;
  return (
    <>
      <PageHeader
        title="Agreement and severity"
        crumbs={[
          { label: organization, to: base },
          { label: 'Assessments', to: `${base}/assessments` },
          { label: cycle.name, to: place },
          { label: 'Calibration', to: `${place}/calibration` },
        ]}
        asOf={`${ratings.toLocaleString('en')} ratings`}
        tools={isReadable ? <ExportLinks to={`${place}/agreement/export`} of="agreement" /> : undefined}
      />
      {isReadable ? (
        <div className="stack">
          <p className="lead">
            Exact and within one are shares of the pairs of ratings of the same person and dimension. Kappa is
            agreement beyond chance with linear weights: 1 is always, 0 is what chance gives. Under 8 pairs it
            is unknown.
          </p>
          {kinds.map(({ pair: [first, second], rows }) => (
            <Card
              key={`${first} ${second}`}
              title={`${RATER_KIND_WORDS[first]} and ${RATER_KIND_WORDS[second].toLowerCase()}`}
              padded={false}
            >
              {rows.length > 0 ? (
                <DimensionsTable label={`Agreement of ${first} and ${second}`} rows={rows} />
              ) : (
                <EmptyState title="No pairs">Nobody was rated by both in this cycle.</EmptyState>
              )}
            </Card>
          ))}
          <RaterPairs {...{ raters, chosen }} notShown={notShown.raters} place={`${place}/agreement`} />
          <Card title="Severity" padded={false}>
            {severities.length > 0 ? (
              <>
                <SeverityTable rows={severities} />
                <NotShown count={notShown.severities}>raters with smaller differences</NotShown>
              </>
            ) : (
              <EmptyState title="Nothing in common">
                No two raters rated the same person and dimension.
              </EmptyState>
            )}
          </Card>
        </div>
      ) : (
        <EmptyState title="The cycle is not closed">
          Raters do not see each other’s ratings before; how far they agree stands here once the cycle is
          closed.
        </EmptyState>
      )}
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
