import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { Card } from '~/components/card';
import { EmptyState } from '~/components/empty-state';
import { PageHeader } from '~/components/page-header';
import { tenantLoader } from '~/http/tenant-route.server';
import { listStandards } from '~/modules/occupations/queries/standard-list';
import { ReviewMark } from '~/modules/occupations/ui/review-mark';
import { organizationDay } from '~/modules/organizations/queries/organization-day';

export const meta: MetaFunction = () => [{ title: 'Standards · Cadre' }];

/** The national occupational standards of the catalogue. */
export const loader = tenantLoader({ permission: 'catalogue:read' }, async ({ ctx, viewer }) => ({
  standards: await listStandards(ctx, await organizationDay(ctx)),
  organization: viewer.organization.name,
  base: `/o/${viewer.organization.slug}`,
}));

export default function StandardsPage() {
  const { standards, organization, base } = useLoaderData<typeof loader>();
  const place = `${base}/standards`;
  return (
    <>
      <PageHeader
        title="National standards"
        crumbs={[
          { label: organization, to: base },
          { label: 'Occupations', to: `${base}/occupations` },
          { label: 'Standards' },
        ]}
      />
      {standards.length === 0 ? (
        <EmptyState title="No standard is loaded yet">
          A national occupational standard says what a person must be able to do and know in a piece of work.
          The operator of this installation loads its page text, and people link it to the occupations it is
          about.
        </EmptyState>
      ) : (
        <Card title={standards.length === 1 ? '1 standard' : `${standards.length} standards`}>
          <ul className="sources">
            {standards.map(({ urn, version, title, reviewDate, reviewOverdue }) => (
              <li key={`${urn} ${version}`}>
                <p>
                  <Link
                    className="link standard-link"
                    to={`${place}/${encodeURIComponent(urn)}?version=${encodeURIComponent(version)}`}
                  >
                    {title}
                  </Link>
                </p>
                <p className="small">
                  {urn} · version {version}
                </p>
                <ReviewMark reviewDate={reviewDate} reviewOverdue={reviewOverdue} />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
