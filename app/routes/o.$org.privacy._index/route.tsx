import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { ButtonLink } from '~/components/button';
import { Card } from '~/components/card';
import { MomentText } from '~/components/date-text';
import { EmptyState } from '~/components/empty-state';
import { PageHeader } from '~/components/page-header';
import { tenantLoader } from '~/http/tenant-route.server';
import { getMethod } from '~/modules/capability/queries/get-method';
import { getPrivacyPack, getPrivacyVersion } from '~/modules/capability/queries/get-privacy-pack';
import { PrivacyDocumentView } from '~/modules/capability/ui/privacy-document-view';
import { versionOf } from '../o.$org.settings.privacy.$document/read-document.server';

export const meta: MetaFunction = () => [{ title: 'Privacy notice · Cadre' }];

/** The notice to employees, as it was published last or in a version before. */
export const loader = tenantLoader({ permission: 'session:read' }, async ({ ctx, viewer, url }) => {
  const asked = versionOf(url);
  const { versions, last, isCurrent } = await getPrivacyPack(ctx, viewer.organization.name);
  const shown = asked === null ? last : await getPrivacyVersion(ctx, asked);
  const { constants, timeZone } = await getMethod(ctx);
  return {
    notice: shown?.documents.notice ?? null,
    version: shown?.version ?? null,
    publishedAt: shown?.publishedAt.toISOString() ?? null,
    isCurrent: isCurrent && shown?.version === last?.version,
    isLast: shown?.version === last?.version,
    k: constants.suppressionK,
    others: versions.map(({ version }) => version).filter((version) => version !== shown?.version),
    zone: timeZone,
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  };
});

export default function PrivacyNotice() {
  const page = useLoaderData<typeof loader>();
  const { notice, version, publishedAt, isCurrent, isLast, k, others, zone, organization, base } = page;
  const crumbs = [{ label: organization, to: base }, { label: 'Privacy notice' }];
  if (!notice || !publishedAt)
    return (
      <>
        <PageHeader title="Privacy notice" crumbs={crumbs} />
        <EmptyState title="No notice is published yet">
          Here stands how {organization} uses data about skills, once it is published. Groups of fewer than{' '}
          {k} people are not shown to people without individual access.
        </EmptyState>
      </>
    );
  return (
    <>
      <PageHeader
        title={notice.title}
        crumbs={crumbs}
        asOf={
          <>
            Version {version}, published <MomentText moment={publishedAt} zone={zone} />
            {isLast ? '' : '. There is a later version.'}
          </>
        }
        tools={
          <ButtonLink to={`${base}/privacy/markdown?version=${version}`} reloadDocument>
            Download Markdown
          </ButtonLink>
        }
      />
      {isLast && !isCurrent ? (
        <p className="lead">
          Settings changed since this version. The smallest group shown is {k} people now.
        </p>
      ) : null}
      <Card>
        <PrivacyDocumentView document={notice} />
      </Card>
      {others.length > 0 ? (
        <p className="pager toolbar">
          {others.map((one) => (
            <Link key={one} className="button" to={`?version=${one}`}>
              Version {one}
            </Link>
          ))}
        </p>
      ) : null}
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
