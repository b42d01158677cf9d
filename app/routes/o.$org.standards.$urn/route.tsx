import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Card } from '~/components/card';
import { PageHeader } from '~/components/page-header';
import { SegmentedLinks } from '~/components/segmented-links';
import { tenantLoader } from '~/http/tenant-route.server';
import { describeStandard } from '~/modules/occupations/queries/describe-standard';
import { organizationDay } from '~/modules/occupations/queries/organization-day';
import { ReviewMark } from '~/modules/occupations/ui/review-mark';
import { SourceList } from '~/modules/occupations/ui/source-list';
import { StandardGlossary } from '~/modules/occupations/ui/standard-glossary';
import { StandardStatements } from '~/modules/occupations/ui/standard-statements';
import { reachOf } from '~/modules/organizations/domain/permissions';
import { LinkedOccupations } from './linked-occupations';
import { StandardFacts } from './standard-facts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.standard.title ?? 'Standard'} · Cadre` },
];

/** One national occupational standard: criteria and knowledge as they are cited, glossary, review date, links. */
export const loader = tenantLoader({ permission: 'catalogue:read' }, async ({ ctx, viewer, params, url }) => {
  const version = url.searchParams.get('version');
  const question = { urn: params.urn ?? '', asOf: await organizationDay(ctx) };
  const { standard, sources } = await describeStandard(ctx, {
    ...question,
    ...(version === null ? {} : { version }),
  });
  return {
    standard,
    sources,
    mayWrite: reachOf(viewer.role, 'catalogue:write') !== 'none',
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  };
});

export default function StandardPage() {
  const { standard, sources, mayWrite, organization, base } = useLoaderData<typeof loader>();
  const place = `${base}/standards/${encodeURIComponent(standard.urn)}`;
  const versions = standard.versions.map((version) => ({
    label: version,
    to: `${place}?version=${encodeURIComponent(version)}`,
    current: version === standard.version,
  }));
  return (
    <>
      <PageHeader
        title={standard.title}
        crumbs={[
          { label: organization, to: base },
          { label: 'Occupations', to: `${base}/occupations` },
          { label: standard.urn },
        ]}
        asOf={`${standard.urn} · version ${standard.version} · UK national occupational standard`}
        tools={versions.length > 1 ? <SegmentedLinks label="Version" options={versions} /> : null}
      />
      <ReviewMark reviewDate={standard.reviewDate} reviewOverdue={standard.reviewOverdue} />
      <div className="standard-columns">
        <div>
          <Card title="Overview">
            <p className="prose">{standard.overview}</p>
            {standard.activities.length > 0 ? (
              <ol className="activities">
                {standard.activities.map((activity) => (
                  <li key={activity}>{activity}</li>
                ))}
              </ol>
            ) : null}
          </Card>
          <Card title="Performance criteria" aside={<Count headings={standard.performance} />}>
            <StandardStatements headings={standard.performance} />
          </Card>
        </div>
        <div>
          <Card title="Linked occupations">
            <LinkedOccupations
              occupations={standard.occupations}
              place={`${base}/occupations`}
              mayWrite={mayWrite}
            />
          </Card>
          <Card title="Knowledge and understanding" aside={<Count headings={standard.knowledge} />}>
            <StandardStatements headings={standard.knowledge} />
          </Card>
          <StandardGlossary glossary={standard.glossary} sections={standard.sections} />
          <Card title="About this standard">
            <StandardFacts standard={standard} />
          </Card>
          <Card title="Sources">
            <SourceList sources={sources} />
          </Card>
        </div>
      </div>
    </>
  );
}

function Count({ headings }: { readonly headings: readonly { readonly statements: readonly object[] }[] }) {
  const count = headings.reduce((sum, { statements }) => sum + statements.length, 0);
  return <span className="small">{`${count} under ${headings.length} headings`}</span>;
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
