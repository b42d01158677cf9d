import { readQuery } from '~/http/api-query';
import { withNextLink } from '~/http/next-link';
import { apiLoader } from '~/http/tenant-route.server';
import { employeeListQuery, employeeListSchema } from '~/modules/people/domain/employee-resource';
import { listEmployeeResources } from '~/modules/people/queries/list-employee-resources';

export { action } from './create-employee';

/** People of the directory that the token meets, narrowed by the query. */
export const loader = apiLoader({ permission: 'directory:read' }, async ({ ctx, viewer, reach, url }) => {
  const query = readQuery(url, employeeListQuery);
  const { items, next } = await listEmployeeResources(ctx, { viewer, reach }, query);
  return withNextLink(employeeListSchema.parse({ items }), url, next);
});
