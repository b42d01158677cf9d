import { data, type MetaFunction, redirect, type TypedResponse } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ButtonLink } from '~/components/button';
import { FormOutcome } from '~/components/form-outcome';
import { PageHeader } from '~/components/page-header';
import { tenantAction, tenantLoader } from '~/http/tenant-route.server';
import { getMethod } from '~/modules/capability/queries/get-method';
import { removeSite, renameSite } from '~/modules/people/commands/change-sites';
import { mergeSites } from '~/modules/people/commands/merge-sites';
import { listSites } from '~/modules/people/queries/list-sites';
import { peopleInWords } from '~/modules/people/ui/team-branches';
import { type FieldError, NotFound } from '~/shared/errors';
import { isId } from '../o.$org.teams.$id/team-ids';
import { readSiteForm } from './read-site-form.server';
import { SiteForms } from './site-forms';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.site.name ?? 'Site'} · Cadre` },
];

/** One site, for whoever may change it. */
export const loader = tenantLoader({ permission: 'directory:write' }, async ({ ctx, viewer, params }) => {
  const { today } = await getMethod(ctx);
  const sites = await listSites(ctx, today);
  const site = sites.find(({ siteId }) => siteId === params['id']);
  if (!site) throw new NotFound('There is no such site in this organization.');
  return {
    site,
    others: sites.filter((one) => one !== site).map(({ siteId, name }) => ({ siteId, name })),
    organization: viewer.organization.name,
    base: `/o/${viewer.organization.slug}`,
  };
});

type Answer =
  | TypedResponse<never>
  | ReturnType<typeof data<{ readonly reason: string; readonly errors: readonly FieldError[] }>>;

export const action = tenantAction(
  {
    permission: 'directory:write',
    body: readSiteForm,
    refused: ({ kind, reason, errors }): Answer =>
      data({ reason, errors }, { status: kind === 'conflict' ? 409 : 422 }),
  },
  async ({ ctx, viewer, params, body }): Promise<Answer> => {
    const siteId = params['id'] ?? '';
    if (!isId(siteId)) throw new NotFound('There is no such site in this organization.');
    if (body.intent === 'rename') await renameSite(ctx, { siteId, ...body });
    else if (body.intent === 'merge') await mergeSites(ctx, { siteId, ...body });
    else await removeSite(ctx, siteId);
    return redirect(`/o/${viewer.organization.slug}/sites?done=${body.intent}`);
  },
);

export default function SitePage() {
  const { site, others, organization, base } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={site.name}
        crumbs={[
          { label: organization, to: base },
          { label: 'Sites', to: `${base}/sites` },
          { label: site.name },
        ]}
        asOf={`${peopleInWords(site.people)} today · ${peopleInWords(site.ever)} with it in their history or plans`}
        tools={<ButtonLink to={`${base}/people?site=${site.siteId}`}>People</ButtonLink>}
      />
      <FormOutcome refused={refusal?.reason} done={null} />
      <SiteForms site={site} others={others} errors={refusal?.errors ?? []} />
    </>
  );
}

export { RouteError as ErrorBoundary } from '~/http/route-error';
