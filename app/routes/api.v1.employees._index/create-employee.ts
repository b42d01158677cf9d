import { apiAction } from '~/http/api-action.server';
import { NO_QUERY, readQuery } from '~/http/api-query';
import { addEmployee } from '~/modules/people/commands/add-employee';
import { employeeCreation } from '~/modules/people/domain/person-fields';
import { confirmerOf } from '~/modules/people/domain/stated-facts';
import { getChangeDays } from '~/modules/people/queries/get-change-days';
import { getEmployeeResource } from '~/modules/people/queries/get-employee-resource';

/** Adds a person, from the stated start on, else from today. */
export const action = apiAction(
  { permission: 'directory:write', body: employeeCreation },
  async ({ ctx, viewer, url, body }) => {
    readQuery(url, NO_QUERY);
    const { today } = await getChangeDays(ctx, null);
    const employeeId = await addEmployee(ctx, { fields: body, today, confirmedBy: confirmerOf(viewer) });
    const { usual } = await getChangeDays(ctx, employeeId);
    const person = await getEmployeeResource(ctx, { employeeId }, usual);
    return Response.json(person, {
      status: 201,
      headers: { Location: `/api/v1/employees/${employeeId}`, 'Cache-Control': 'no-store' },
    });
  },
);
