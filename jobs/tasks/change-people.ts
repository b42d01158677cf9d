import { z } from 'zod';
import { finishWithoutInput } from '~/modules/organizations/commands/forget-in-operations';
import { changePersonFields } from '~/modules/people/commands/change-person-fields';
import { changeOutcomeWords } from '~/modules/people/domain/change-outcome-words';
import { personForm } from '~/modules/people/domain/person-fields';
import { confirmerOf } from '~/modules/people/domain/stated-facts';
import { getChangeDays } from '~/modules/people/queries/get-change-days';
import { runOperation } from '../run-operation';
import type { TenantTask } from '../run-task';

const input = z.strictObject({
  employeeIds: z.array(z.guid()).min(1),
  fields: personForm,
  from: z.string(),
  own: z.boolean(),
});

/** Changes many people in one transaction, which also ends the operation: all of it once, or nothing. */
export const changePeople: TenantTask<'change-people'> = ({ payload, ...run }) =>
  runOperation(
    run,
    { ...payload, input },
    async ({ input: request, requestedBy, checkpoint, inTenant, report }) => {
      await checkpoint();
      return inTenant(async (ctx) => {
        const { today } = await getChangeDays(ctx, null);
        const confirmedBy = confirmerOf(requestedBy);
        const change = { ...request, today, confirmedBy, revision: null, askedBy: requestedBy };
        const { changed, unchanged, refused } = await changePersonFields(ctx, change, report);
        const result = {
          changed,
          unchanged,
          refused: refused.length,
          summary: [
            changeOutcomeWords({ changed, unchanged }, { from: request.from, today }),
            ...(refused.length > 0
              ? [
                  `${refused.length.toLocaleString('en')} people were left as they are: the change contradicts what is known of them.`,
                ]
              : []),
          ],
          link: { label: 'People', path: 'people' },
        };
        await checkpoint();
        await finishWithoutInput(ctx, payload.operationId, result);
        return result;
      });
    },
  );
