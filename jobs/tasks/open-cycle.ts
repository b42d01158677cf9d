import { z } from 'zod';
import { openCycle as open } from '~/modules/assessments/commands/open-cycle';
import { finishOperation } from '~/modules/organizations/commands/finish-operation';
import { runOperation } from '../run-operation';
import type { TenantTask } from '../run-task';

const input = z.strictObject({ cycleId: z.uuid(), revision: z.number().int().positive() });

/** Opens a cycle in one transaction, which also ends the operation: the whole of it once, or nothing. */
export const openCycle: TenantTask<'open-cycle'> = ({ payload, ...run }) =>
  runOperation(
    run,
    { ...payload, input },
    async ({ input: asked, requestedBy, signal, checkpoint, inTenant, report }) => {
      await checkpoint();
      return inTenant(async (ctx) => {
        const people = await open(ctx, asked, {
          report: (share) => {
            signal.throwIfAborted();
            report(share);
          },
          asker: requestedBy,
        });
        const result = {
          people,
          summary: [
            people === 1 ? '1 person is rated.' : `${people.toLocaleString('en')} people are rated.`,
            'Letters to those who are rated and to those who rate are on their way.',
          ],
          link: { label: 'The cycle', path: `assessments/${asked.cycleId}` },
        };
        await checkpoint();
        await finishOperation(ctx, payload.operationId, result);
        return result;
      });
    },
  );
