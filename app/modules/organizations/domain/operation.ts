import { z } from 'zod';
import { OPERATION_STATES } from './operation-state';

/** Why an operation failed: the kind and reason of the error, and the places that it names. */
export const operationErrorSchema = z.object({
  kind: z.enum(['not-found', 'forbidden', 'conflict', 'invalid-input', 'unavailable', 'failed']),
  detail: z.string(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })),
});
export type OperationError = z.infer<typeof operationErrorSchema>;

/** Long work as its asker sees it. Moments are ISO 8601; progress is a share from 0 to 1. */
export const operationSchema = z.object({
  id: z.uuid(),
  kind: z.string(),
  state: z.enum(OPERATION_STATES),
  progress: z.number().min(0).max(1),
  requestedAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  /** A cancellation was asked for and is not through yet. */
  cancelling: z.boolean(),
  result: z.unknown().optional(),
  error: operationErrorSchema.optional(),
});
export type Operation = z.infer<typeof operationSchema>;
