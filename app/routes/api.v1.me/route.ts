import { NO_QUERY, readQuery } from '~/http/api-query';
import { apiLoader } from '~/http/tenant-route.server';

/** Whom the token acts for. */
export const loader = apiLoader({ permission: 'session:read' }, async ({ viewer, url }) => {
  readQuery(url, NO_QUERY);
  return { organization: viewer.organization, role: viewer.role, teamScope: viewer.teamScope };
});
