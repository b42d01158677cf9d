import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ButtonLink } from '~/components/button';
import { Card } from '~/components/card';
import { MomentText } from '~/components/date-text';
import { PageHeader } from '~/components/page-header';
import { tenantLoader } from '~/http/tenant-route.server';
import { DOCUMENT_LABELS } from '~/modules/capability/domain/privacy/privacy-document';
import { PrivacyDocumentView } from '~/modules/capability/ui/privacy-document-view';
import { getSettings } from '~/modules/organizations/queries/get-settings';
import { readDocument } from './read-document.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? DOCUMENT_LABELS[data.name] : 'Privacy'} · Cadre` },
];

/** A document of the privacy pack, as published in a version or as the settings make it now. */
export const loader = tenantLoader({ permission: 'organization:read' }, async (args) => ({
  ...(await readDocument(args)),
  zone: (await getSettings(args.ctx)).timeZone,
  organization: args.viewer.organization.name,
  base: `/o/${args.viewer.organization.slug}`,
}));

export default function PrivacyDocumentPage() {
  const { name, document, version, publishedAt, zone, organization, base } = useLoaderData<typeof loader>();
  const path = `${base}/settings/privacy`;
  const crumbs = [
    { label: organization, to: base },
    { label: 'Privacy pack', to: path },
    { label: DOCUMENT_LABELS[name] },
  ];
  return (
    <>
      <PageHeader
        title={document.title}
        crumbs={crumbs}
        asOf={
          publishedAt ? (
            <>
              Version {version}, published <MomentText moment={publishedAt} zone={zone} />
            </>
          ) : (
            'As the settings make it now. Not published.'
          )
        }
        tools={
          <ButtonLink to={`${path}/${name}/markdown${version ? `?version=${version}` : ''}`} reloadDocument>
            Download Markdown
          </ButtonLink>
        }
      />
      <Card>
        <PrivacyDocumentView document={document} />
      </Card>
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
