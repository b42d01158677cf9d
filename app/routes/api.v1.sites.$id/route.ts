import { apiAction } from '~/http/api-action.server';
import { NO_QUERY, readQuery } from '~/http/api-query';
import { apiLoader } from '~/http/tenant-route.server';
import { renameSite } from '~/modules/people/commands/change-sites';
import { siteBody, siteSchema } from '~/modules/people/domain/team-schemas';
import { getSiteResource } from '~/modules/people/queries/list-team-resources';

/** One site. */
export const loader = apiLoader({ permission: 'directory:read' }, async ({ ctx, url, params }) => {
  readQuery(url, NO_QUERY);
  return siteSchema.parse(await getSiteResource(ctx, params['id'] ?? ''));
});

/** Renames a site. */
export const action = apiAction(
  { permission: 'directory:write', method: 'PATCH', body: siteBody },
  async ({ ctx, url, params, body }) => {
    readQuery(url, NO_QUERY);
    const { id: siteId } = await getSiteResource(ctx, params['id'] ?? '');
    await renameSite(ctx, { siteId, ...body });
    return siteSchema.parse(await getSiteResource(ctx, siteId));
  },
);
