import { z } from 'zod';
import { apiAction } from '~/http/api-action.server';
import { NO_QUERY, readQuery } from '~/http/api-query';
import { askForUndo } from '~/modules/people/commands/imports/confirm-import';
import { describeImport } from '~/modules/people/queries/describe-import';
import { getImport } from '~/modules/people/queries/get-import';

/** Has an import of people or of ratings taken back; the worker does it. */
export const action = apiAction(
  { permission: 'directory:write', body: z.strictObject({}) },
  async ({ ctx, viewer, url, params }) => {
    readQuery(url, NO_QUERY);
    const { importId } = await getImport(ctx, viewer, params['id'] ?? '');
    await askForUndo(ctx, importId);
    return Response.json(await describeImport(ctx, viewer, importId), {
      status: 202,
      headers: { Location: `/api/v1/imports/${importId}`, 'Cache-Control': 'no-store' },
    });
  },
);
