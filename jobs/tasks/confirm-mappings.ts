import { confirmMappings } from '~/modules/occupations/commands/confirm-mappings';
import { mappingConfirmation } from '~/modules/occupations/domain/mapping/mapping-decision';
import { finishOperation } from '~/modules/organizations/commands/finish-operation';
import { runOperation } from '../run-operation';
import type { TenantTask } from '../run-task';

/** Confirms the mappings that a person decided for many people, and ends the operation in the same transaction. */
export const confirmMappingsTask: TenantTask<'confirm-mappings'> = ({ payload, ...run }) =>
  runOperation(
    run,
    { ...payload, input: mappingConfirmation },
    async ({ input, requestedBy, operationId, checkpoint, inTenant }) => {
      await checkpoint();
      return inTenant(async (ctx) => {
        const { titles, people } = await confirmMappings(ctx, input, requestedBy.id);
        const result = {
          summary: [
            `${titles.toLocaleString('en')} ${titles === 1 ? 'title' : 'titles'} confirmed`,
            `${people.toLocaleString('en')} ${people === 1 ? 'person' : 'people'} mapped`,
          ],
          link: { label: 'Back to the mapping inbox', path: 'mapping' },
        };
        await finishOperation(ctx, operationId, result);
        return result;
      });
    },
  );
