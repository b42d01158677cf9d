import { sql } from 'kysely';
import type { Actor, TenantContext } from '#db/tenancy';
import type { OperationError } from '../domain/operation';
import type { OperationState } from '../domain/operation-state';

export interface OperationRow {
  readonly operationId: string;
  readonly kind: string;
  readonly state: OperationState;
  readonly progress: number;
  readonly input: unknown;
  readonly result: unknown;
  readonly error: OperationError | null;
  readonly requestedByKind: Actor['kind'];
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly cancelRequestedAt: Date | null;
  readonly attempts: number;
}

export interface Requester {
  readonly kind: string;
  readonly id: string;
}

export interface NewOperation {
  readonly operationId: string;
  readonly kind: string;
  readonly input: object;
}

const json = (value: unknown) => sql<never>`${JSON.stringify(value)}::text::jsonb`;

/** Adds an operation that waits, asked for by the context's actor. */
export async function insertOperation(ctx: TenantContext, operation: NewOperation): Promise<void> {
  await ctx.tx
    .insertInto('operations')
    .values({
      operationId: operation.operationId,
      kind: operation.kind,
      input: json(operation.input),
      requestedByKind: ctx.actor.kind,
      requestedBy: ctx.actor.id,
      requestedAt: ctx.now,
    })
    .execute();
}

export async function findOperation(
  ctx: TenantContext,
  operationId: string,
): Promise<OperationRow | undefined> {
  const row = await ctx.tx
    .selectFrom('operations')
    .selectAll()
    .where('operationId', '=', operationId)
    .executeTakeFirst();
  return row as OperationRow | undefined;
}

/** How far each of these operations is; those that are no longer kept are left out. */
export async function listOperationStates(
  ctx: TenantContext,
  operationIds: readonly string[],
): Promise<Pick<OperationRow, 'operationId' | 'state'>[]> {
  const rows = await ctx.tx
    .selectFrom('operations')
    .select(['operationId', 'state'])
    .where(sql<boolean>`operation_id = any(${operationIds}::uuid[])`)
    .execute();
  return rows as Pick<OperationRow, 'operationId' | 'state'>[];
}

export interface OperationFilter {
  /** Only what this one asked for; absent: everybody's. */
  readonly requester?: Requester;
  readonly kind?: string;
  readonly limit: number;
}

/** Operations, newest first. */
export async function listOperationRows(
  ctx: TenantContext,
  { requester, kind, limit }: OperationFilter,
): Promise<OperationRow[]> {
  let query = ctx.tx.selectFrom('operations').selectAll();
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (requester)
    query = query.where('requestedByKind', '=', requester.kind).where('requestedBy', '=', requester.id);
  const rows = await query.orderBy('requestedAt', 'desc').orderBy('operationId').limit(limit).execute();
  return rows as OperationRow[];
}

/** Counts a beginning of an operation that is not over; the row as it then is, undefined when it is over. */
export async function updateOperationStarted(
  ctx: TenantContext,
  operationId: string,
): Promise<OperationRow | undefined> {
  const row = await ctx.tx
    .updateTable('operations')
    .set((eb) => ({
      state: 'running',
      progress: 0,
      attempts: eb('attempts', '+', 1),
      startedAt: eb.fn.coalesce('startedAt', eb.val(ctx.now)),
    }))
    .where('operationId', '=', operationId)
    .where('state', 'in', ['queued', 'running'])
    .returningAll()
    .executeTakeFirst();
  return row as OperationRow | undefined;
}

/** Notes how far a running operation is; whether it goes on: false once it is over or was asked to stop. */
export async function updateOperationProgress(
  ctx: TenantContext,
  operationId: string,
  progress: number,
): Promise<boolean> {
  const row = await ctx.tx
    .updateTable('operations')
    .set({ progress })
    .where('operationId', '=', operationId)
    .where('state', '=', 'running')
    .returning('cancelRequestedAt')
    .executeTakeFirst();
  return row !== undefined && row.cancelRequestedAt === null;
}

export interface OperationEnd {
  readonly state: 'done' | 'failed' | 'cancelled';
  readonly result?: unknown;
  readonly error?: OperationError;
}

/** Ends an operation that is not over; whether it was this call that ended it. */
export async function updateOperationEnded(
  ctx: TenantContext,
  operationId: string,
  { state, result, error }: OperationEnd,
): Promise<boolean> {
  const row = await ctx.tx
    .updateTable('operations')
    .set({
      state,
      finishedAt: ctx.now,
      ...(state === 'done' ? { progress: 1 } : {}),
      ...(result === undefined ? {} : { result: json(result) }),
      ...(error === undefined ? {} : { error: json(error) }),
    })
    .where('operationId', '=', operationId)
    .where('state', 'in', ['queued', 'running'])
    .returning('operationId')
    .executeTakeFirst();
  return row !== undefined;
}

/** Ends an operation that waits, and notes of one that runs that it is to stop. */
export async function updateOperationCancelled(ctx: TenantContext, operationId: string): Promise<void> {
  await ctx.tx
    .updateTable('operations')
    .set((eb) => ({
      state: eb.case().when('state', '=', 'queued').then('cancelled').else(eb.ref('state')).end(),
      finishedAt: eb.case().when('state', '=', 'queued').then(eb.val(ctx.now)).end(),
      cancelRequestedAt: eb.fn.coalesce('cancelRequestedAt', eb.val(ctx.now)),
    }))
    .where('operationId', '=', operationId)
    .where('state', 'in', ['queued', 'running'])
    .execute();
}

/** Deletes operations that were asked for before a moment. */
export async function deleteOperationsBefore(ctx: TenantContext, moment: Date): Promise<void> {
  await ctx.tx.deleteFrom('operations').where('requestedAt', '<', moment).execute();
}
