import type { Actor, TenantContext } from '#db/tenancy';
import { type OperationRow, updateOperationEnded, updateOperationStarted } from '../data/operation-rows';
import type { OperationError } from '../domain/operation';

/** Beginnings after which work that a worker did not live to end is given up. */
const MOST_ATTEMPTS = 5;

/** An operation as its worker has it. */
export interface BegunOperation {
  readonly input: unknown;
  readonly requestedBy: Actor;
  readonly requestedAt: Date;
  /** Whether a worker begins it for the first time, so that nothing of it can be done yet. */
  readonly isFirst: boolean;
}

/**
 * Begins, or begins again after a worker died; null when there is nothing to do: it is over, it was asked to stop,
 * or workers died over it too often.
 */
export async function beginOperation(
  ctx: TenantContext,
  operationId: string,
): Promise<BegunOperation | null> {
  const row = await updateOperationStarted(ctx, operationId);
  if (!row) return null;
  if (row.cancelRequestedAt !== null) return giveUp(ctx, row, null);
  if (row.attempts > MOST_ATTEMPTS) return giveUp(ctx, row, GIVEN_UP);
  return {
    input: row.input,
    requestedBy: { kind: row.requestedByKind, id: row.requestedBy },
    requestedAt: row.requestedAt,
    isFirst: row.attempts === 1,
  };
}

const GIVEN_UP: OperationError = {
  kind: 'failed',
  detail: `The work was begun ${MOST_ATTEMPTS} times and broken off each time. Nothing of it was kept.`,
  errors: [],
};

async function giveUp(ctx: TenantContext, row: OperationRow, error: OperationError | null): Promise<null> {
  const end = error ? ({ state: 'failed', error } as const) : ({ state: 'cancelled' } as const);
  await updateOperationEnded(ctx, row.operationId, end);
  return null;
}
