import { apiLoader } from '~/http/tenant-route.server';

/** Whom the token acts for. */
export const loader = apiLoader({ permission: 'session:read' }, async ({ viewer }) => ({
  organization: viewer.organization,
  role: viewer.role,
  teamScope: viewer.teamScope,
}));
