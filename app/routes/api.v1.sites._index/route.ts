import { apiAction } from '~/http/api-action.server';
import { NO_QUERY, readQuery } from '~/http/api-query';
import { withNextLink } from '~/http/next-link';
import { apiLoader } from '~/http/tenant-route.server';
import { addSite } from '~/modules/people/commands/change-sites';
import { siteBody, siteListQuery, siteListSchema, siteSchema } from '~/modules/people/domain/team-schemas';
import { getSiteResource, listSiteResources } from '~/modules/people/queries/list-team-resources';

/** The organization's sites. */
export const loader = apiLoader({ permission: 'directory:read' }, async ({ ctx, url }) => {
  const { items, next } = await listSiteResources(ctx, readQuery(url, siteListQuery));
  return withNextLink(siteListSchema.parse({ items }), url, next);
});

/** Adds a site. */
export const action = apiAction(
  { permission: 'directory:write', body: siteBody },
  async ({ ctx, url, body }) => {
    readQuery(url, NO_QUERY);
    const id = await addSite(ctx, body);
    const headers = { Location: `/api/v1/sites/${id}`, 'Cache-Control': 'no-store' };
    return Response.json(siteSchema.parse(await getSiteResource(ctx, id)), { status: 201, headers });
  },
);
