import { NO_QUERY, readQuery } from '~/http/api-query';
import { apiLoader } from '~/http/tenant-route.server';
import { describeImport } from '~/modules/people/queries/describe-import';

/** How far an import is, what it did, and which rows it did not take. */
export const loader = apiLoader({ permission: 'directory:write' }, ({ ctx, viewer, params, url }) => {
  readQuery(url, NO_QUERY);
  return describeImport(ctx, viewer, params['id'] ?? '');
});
