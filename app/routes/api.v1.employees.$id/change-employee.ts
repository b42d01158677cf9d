import { apiAction } from '~/http/api-action.server';
import { NO_QUERY, readQuery } from '~/http/api-query';
import { changePersonFields } from '~/modules/people/commands/change-person-fields';
import { changedEmployeeSchema } from '~/modules/people/domain/employee-resource';
import { employeePatchBody } from '~/modules/people/domain/person-fields';
import { confirmerOf } from '~/modules/people/domain/stated-facts';
import { getChangeDays } from '~/modules/people/queries/get-change-days';
import { getEmployee } from '~/modules/people/queries/get-employee';
import { employeeKey, getEmployeeResource } from '~/modules/people/queries/get-employee-resource';

/** Changes a person from a day on, today without one; what the body leaves out stays. Answers as of that day. */
export const action = apiAction(
  { permission: 'directory:write', method: 'PATCH', body: employeePatchBody },
  async ({ ctx, viewer, url, params, body: { from, ...fields } }) => {
    readQuery(url, NO_QUERY);
    const { today } = await getChangeDays(ctx, null);
    const { employeeId } = await getEmployee(ctx, employeeKey(params['id'] ?? ''), today);
    const { usual } = await getChangeDays(ctx, employeeId);
    await changePersonFields(ctx, {
      employeeIds: [employeeId],
      fields,
      from: from ?? usual,
      own: false,
      revision: null,
      today,
      confirmedBy: confirmerOf(viewer),
    });
    const asOf = from ?? (await getChangeDays(ctx, employeeId)).usual;
    return changedEmployeeSchema.parse({
      ...(await getEmployeeResource(ctx, { employeeId }, asOf)),
      asOf,
    });
  },
);
