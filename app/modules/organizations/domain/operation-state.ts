export const OPERATION_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
/** How far a long task is. */
export type OperationState = (typeof OPERATION_STATES)[number];

const OVER: ReadonlySet<OperationState> = new Set(['done', 'failed', 'cancelled']);

/** Whether nothing more will happen to it. */
export function isOver(state: OperationState): boolean {
  return OVER.has(state);
}
