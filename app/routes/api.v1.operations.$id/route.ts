import { z } from 'zod';
import { apiAction } from '~/http/api-action.server';
import { NO_QUERY, readQuery } from '~/http/api-query';
import { apiLoader } from '~/http/tenant-route.server';
import { cancelOperation } from '~/modules/organizations/commands/cancel-operation';
import { operationSchema } from '~/modules/organizations/domain/operation';
import { getOperation } from '~/modules/organizations/queries/get-operation';

/** How far a long task is, and what came of it. */
export const loader = apiLoader({ permission: 'session:read' }, async ({ ctx, viewer, params, url }) => {
  readQuery(url, NO_QUERY);
  return operationSchema.parse(await getOperation(ctx, viewer, params['id'] ?? ''));
});

/** Stops it; one that is over stays as it is. */
export const action = apiAction(
  { permission: 'session:read', method: 'DELETE', body: z.strictObject({}) },
  async ({ ctx, viewer, params }) =>
    operationSchema.parse(await cancelOperation(ctx, viewer, params['id'] ?? '')),
);
