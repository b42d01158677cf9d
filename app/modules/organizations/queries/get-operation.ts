import type { TenantContext } from '#db/tenancy';
import { NotFound } from '~/shared/errors';
import { isUuid } from '~/shared/is-uuid';
import { findOperation, type OperationRow } from '../data/operation-rows';
import type { Operation } from '../domain/operation';
import { isOver } from '../domain/operation-state';
import { reachOf } from '../domain/permissions';
import type { Viewer } from '../domain/viewer';

type Asker = Pick<Viewer, 'kind' | 'id' | 'role'>;

/** An operation as its readers see it. */
export function describeOperation(row: OperationRow): Operation {
  return {
    id: row.operationId,
    kind: row.kind,
    state: row.state,
    progress: row.progress,
    requestedAt: row.requestedAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    cancelling: row.cancelRequestedAt !== null && !isOver(row.state),
    ...(row.result === null ? {} : { result: row.result }),
    ...(row.error === null ? {} : { error: row.error }),
  };
}

/** Whether the viewer asked for it. */
export function isOwnOperation(row: OperationRow, viewer: Asker): boolean {
  return row.requestedByKind === viewer.kind && row.requestedBy === viewer.id;
}

/** Whether the viewer may stop it: who asked for it, and those who may change the organization. */
export function mayStopOperation(row: OperationRow, viewer: Asker): boolean {
  return isOwnOperation(row, viewer) || reachOf(viewer.role, 'organization:write') === 'all';
}

/** The row of an operation that the viewer may see. Throws NotFound, also for somebody else's. */
export async function getOperationRow(ctx: TenantContext, viewer: Asker, id: string): Promise<OperationRow> {
  const row = isUuid(id) ? await findOperation(ctx, id) : undefined;
  const allowed = row && (isOwnOperation(row, viewer) || reachOf(viewer.role, 'organization:read') === 'all');
  if (!allowed) throw new NotFound('There is nothing at this address.');
  return row;
}

/**
 * A long task: for the one who asked for it, and for those who may read the organization's settings.
 * @throws NotFound, also for somebody else's.
 */
export async function getOperation(ctx: TenantContext, viewer: Asker, id: string): Promise<Operation> {
  return describeOperation(await getOperationRow(ctx, viewer, id));
}

/** The same, with whether the viewer may stop it. */
export async function getOperationToStop(
  ctx: TenantContext,
  viewer: Asker,
  id: string,
): Promise<{ operation: Operation; mayStop: boolean }> {
  const row = await getOperationRow(ctx, viewer, id);
  return { operation: describeOperation(row), mayStop: mayStopOperation(row, viewer) };
}
