import { z } from 'zod';
import { apiAction } from '~/http/api-action.server';
import { NO_QUERY, readQuery } from '~/http/api-query';
import { cancelOperation } from '~/modules/organizations/commands/cancel-operation';
import { describeImport } from '~/modules/people/queries/describe-import';
import { getImport } from '~/modules/people/queries/get-import';

/** Stops the work on an import, while the file is read or while it is applied; one that is over stays as it is. */
export const action = apiAction(
  { permission: 'directory:write', body: z.strictObject({}) },
  async ({ ctx, viewer, url, params }) => {
    readQuery(url, NO_QUERY);
    const { importId, operation } = await getImport(ctx, viewer, params['id'] ?? '');
    if (operation) await cancelOperation(ctx, viewer, operation.id);
    return describeImport(ctx, viewer, importId);
  },
);
