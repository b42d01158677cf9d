import { readQuery } from '~/http/api-query';
import { apiLoader } from '~/http/tenant-route.server';
import { employeeQuery } from '~/modules/people/domain/employee-resource';
import { readEmployeeResource } from '~/modules/people/queries/read-employee-resource';

export { action } from './change-employee';

/** A person of the directory by id or `externalId:E0001`. */
export const loader = apiLoader(
  { permission: 'directory:read' },
  async ({ ctx, viewer, reach, url, params }) => {
    const { asOf = null } = readQuery(url, employeeQuery);
    return readEmployeeResource(ctx, { viewer, reach }, { named: params['id'] ?? '', asOf });
  },
);
