import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { ButtonLink } from '~/components/button';
import { Card } from '~/components/card';
import { DayText, MomentText } from '~/components/date-text';
import { EmptyState } from '~/components/empty-state';
import { PageHeader } from '~/components/page-header';
import { tenantLoader } from '~/http/tenant-route.server';
import { fitInWords } from '~/modules/capability/domain/fit-in-words';
import { getProfile } from '~/modules/capability/queries/get-profile';
import { ProfileTable } from '~/modules/capability/ui/profile-table';
import { reachOf } from '~/modules/organizations/domain/permissions';
import { ViewsOfRecord } from '~/modules/organizations/ui/views-of-record';
import { ROLE_BAND_LABELS } from '~/modules/people/domain/role-band';
import { viewsOfOwnRecord } from './views-of-own-record';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.profile.employee.name ?? 'Profile'} · Cadre` },
];

/** One person's profile, for those who may see individual records, the person included. */
export const loader = tenantLoader({ permission: 'profiles:read' }, async (args) => {
  const { ctx, viewer, reach, params } = args;
  const profile = await getProfile(ctx, { viewer, reach, key: { employeeId: params['id'] ?? '' } });
  const own = profile.employee.id === viewer.employeeId;
  return {
    profile,
    mayExport: own || reachOf(viewer.role, 'people:export') === 'all',
    mayErase: !own && reachOf(viewer.role, 'people:erase') !== 'none',
    seen: own ? await viewsOfOwnRecord(args, profile.employee.id) : null,
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  };
});

export default function ProfilePage() {
  const { profile, seen, mayExport, mayErase, organization, base } = useLoaderData<typeof loader>();
  const { employee, occupations, dimensions, fit, asOf, computedAt, timeZone } = profile;
  const assessed = dimensions.some((row) => row.level !== null);
  return (
    <>
      <PageHeader
        title={employee.name}
        crumbs={[{ label: organization, to: base }, { label: 'People' }]}
        asOf={
          <>
            As of <DayText day={asOf} />
            {computedAt ? (
              <>
                , computed <MomentText moment={computedAt} zone={timeZone} />
              </>
            ) : null}
          </>
        }
        tools={
          <>
            {mayExport ? (
              <a
                className="button"
                data-variant="quiet"
                href={`${base}/people/${employee.id}/export`}
                download
              >
                Download the record
              </a>
            ) : null}
            {mayErase ? (
              <ButtonLink variant="quiet" to={`${base}/people/${employee.id}/erase`}>
                Erase
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <p className="lead">
        {employee.title}
        {occupations.map(({ soc, roleBand, share }) => (
          <span key={soc} className="small">
            {' · '}
            {soc}
            {roleBand ? `, ${ROLE_BAND_LABELS[roleBand]}` : ''}
            {share < 100 ? `, ${share} %` : ''}
          </span>
        ))}
      </p>
      <Card title="Profile" aside={<span className="small">{fitInWords(fit)}</span>} padded={false}>
        {assessed ? (
          <ProfileTable rows={dimensions} />
        ) : (
          <EmptyState title="Not assessed yet">
            Levels stand here once an assessment of {employee.name} has been submitted.
          </EmptyState>
        )}
      </Card>
      {seen ? <ViewsOfRecord views={seen.views} zone={timeZone} earlierTo={seen.earlierTo} /> : null}
      {seen ? (
        <p className="footnote">
          How data about you is used: <Link to={`${base}/privacy`}>privacy notice</Link>.
        </p>
      ) : null}
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
