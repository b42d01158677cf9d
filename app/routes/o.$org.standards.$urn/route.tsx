import { data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PageHeader } from '~/components/page-header';
import { SegmentedLinks } from '~/components/segmented-links';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { linkOwnStandard, unlinkOwnStandard } from '~/modules/occupations/commands/link-own-standard';
import { describeStandard } from '~/modules/occupations/queries/describe-standard';
import { reachOf } from '~/modules/organizations/domain/permissions';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { readLink } from './read-link';
import { StandardView } from './standard-view';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.standard.title ?? 'Standard'} · Cadre` },
];

/** One national occupational standard: criteria and knowledge as they are cited, glossary, review date, links. */
export const loader = tenantLoader({ permission: 'catalogue:read' }, async ({ ctx, viewer, params, url }) => {
  const version = url.searchParams.get('version')?.replaceAll('\0', '') ?? null;
  const question = { urn: params.urn ?? '', asOf: await organizationDay(ctx) };
  const { standard, sources } = await describeStandard(ctx, {
    ...question,
    ...(version === null ? {} : { version }),
  });
  return {
    standard,
    sources,
    mayWrite: viewer.kind === 'user' && reachOf(viewer.role, 'catalogue:write') !== 'none',
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  };
});

/** A person links the standard to an occupation for the organization, or takes such a link back. */
export const action = tenantAction(
  {
    permission: 'catalogue:write',
    body: readLink,
    refused: ({ reason }): unknown => data({ reason }, { status: 422 }),
  },
  async ({ ctx, viewer, params, body }): Promise<unknown> => {
    const { intent, soc, version } = body;
    const link = { soc, urn: params.urn ?? '', version };
    if (intent === 'unlink') await unlinkOwnStandard(ctx, link);
    else await linkOwnStandard(ctx, { ...link, linkedBy: viewer.name });
    const place = `/o/${viewer.organization.slug}/standards/${encodeURIComponent(link.urn)}`;
    return redirect(`${place}?version=${encodeURIComponent(version)}`);
  },
);

export default function StandardPage() {
  const refused = useActionData<{ reason: string }>();
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
          { label: 'Standards', to: `${base}/standards` },
          { label: standard.urn },
        ]}
        asOf={`${standard.urn} · version ${standard.version} · UK national occupational standard`}
        tools={versions.length > 1 ? <SegmentedLinks label="Version" options={versions} /> : null}
      />
      <StandardView
        standard={standard}
        sources={sources}
        occupations={`${base}/occupations`}
        mayWrite={mayWrite}
        refused={refused?.reason ?? null}
      />
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
