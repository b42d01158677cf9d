import type { z } from 'zod';
import type { Actor, TenantContext } from '#db/tenancy';
import type { Logger } from '~/logger.server';
import { beginOperation } from '~/modules/organizations/commands/begin-operation';
import { failOperation } from '~/modules/organizations/commands/fail-operation';
import { finishOperation } from '~/modules/organizations/commands/finish-operation';
import { reportOperation } from '~/modules/organizations/commands/report-operation';
import type { OperationError } from '~/modules/organizations/domain/operation';
import { isCadreError } from '~/shared/errors';

/** Rights that ended between the asking and the doing. */
const NO_LONGER_ALLOWED: OperationError = {
  kind: 'forbidden',
  detail:
    'The rights of who asked for this ended or changed before it began. Nothing of it was done; whoever may can ask again.',
  errors: [],
};

type InTenant = <T>(work: (ctx: TenantContext) => Promise<T>) => Promise<T>;

/** What a task is given by runTenantTask. */
interface TaskRun {
  readonly inTenant: InTenant;
  /** Whether who asked then may still have this done: by the permission that the job declares, by none when it declares none. */
  readonly mayStill: (asker: Actor, askedAt: Date) => Promise<boolean>;
  readonly logger: Logger;
}

/** What long work is given. */
export interface OperationRun<Input> {
  readonly operationId: string;
  readonly input: Input;
  /** Who asked; what they may do is to be read again where the work needs it. */
  readonly requestedBy: Actor;
  /** Aborted when somebody stops the operation, or the job is no longer this worker's. */
  readonly signal: AbortSignal;
  /** Says how far it is, from 0 to 1; written about once a second. */
  readonly report: (progress: number) => void;
  /** Asks the database now whether to go on; throws when not. For the moment before work commits. */
  readonly checkpoint: () => Promise<void>;
  readonly inTenant: InTenant;
  readonly logger: Logger;
}

interface Declared<Input> {
  readonly operationId: string;
  /** Checks what the operation was started with. */
  readonly input: z.ZodType<Input>;
}

const BEAT_MS = 1_000;

/** Errors of the machine: the queue tries the job again, and the operation goes on from the beginning. */
const PASSING = new Set(['ConnectionLost', 'PoolExhausted', 'CommitRefused', 'JobNoLongerHeld']);
/** So are those of the database that say that others were in the way: not to be ordered, a deadlock, a lock that took too long. */
const PASSING_CODES = new Set(['40001', '40P01', '55P03']);

/**
 * Does an operation's work and keeps its state: running, progress, then done with the result, failed with the
 * reason, or cancelled. Whoever asked must still be allowed to when it begins for the first time; what was begun is
 * brought to its end, whatever becomes of them. Work must be safe to begin again after a worker was killed at any line; an operation that is
 * over is left alone, however often its job is delivered.
 * @param work Its value is the result as readers see it: JSON, no personal data. A CadreError's reason and places
 *   are shown; of any other error only that it happened.
 * @returns whether the operation is over: always, unless the job is to be tried again, when it throws.
 */
export async function runOperation<Input>(
  { inTenant, mayStill, logger }: TaskRun,
  { operationId, input: schema }: Declared<Input>,
  work: (run: OperationRun<Input>) => Promise<unknown>,
): Promise<void> {
  const begun = await inTenant((ctx) => beginOperation(ctx, operationId));
  if (!begun) return;
  if (begun.isFirst && !(await mayStill(begun.requestedBy, begun.requestedAt))) {
    await inTenant((ctx) => failOperation(ctx, operationId, NO_LONGER_ALLOWED));
    return;
  }
  const stop = new AbortController();
  const beat = keepBeat(inTenant, operationId, stop);
  const { requestedBy } = begun;
  try {
    const input = schema.parse(begun.input);
    const { signal } = stop;
    const { report, checkpoint } = beat;
    const run = { operationId, input, requestedBy, signal, report, checkpoint, inTenant, logger };
    const result = await work(run);
    await beat.end();
    await inTenant((ctx) => finishOperation(ctx, operationId, result));
  } catch (error) {
    await beat.end();
    if (isPassing(error)) throw error;
    const asked = stop.signal.aborted && !isPassing(stop.signal.reason);
    if (!asked && !isCadreError(error)) logger.error({ operationId, error }, 'operation failed');
    await inTenant((ctx) => failOperation(ctx, operationId, asked ? null : describe(error)));
  }
}

/** Writes the progress and asks whether to go on, once a second in a transaction of its own. */
function keepBeat(inTenant: InTenant, operationId: string, stop: AbortController) {
  let progress = 0;
  let running: Promise<void> | null = null;
  const beat = async (): Promise<void> => {
    try {
      const goOn = await inTenant((ctx) => reportOperation(ctx, operationId, progress));
      if (!goOn) stop.abort(new Error('the operation was asked to stop'));
    } catch (error) {
      if ((error as Error).name === 'JobNoLongerHeld') stop.abort(error);
    } finally {
      running = null;
    }
  };
  const timer = setInterval(() => {
    running ??= beat();
  }, BEAT_MS);
  return {
    report: (share: number) => {
      progress = share;
    },
    checkpoint: async () => {
      await running;
      running = beat();
      await running;
      stop.signal.throwIfAborted();
    },
    end: async () => {
      clearInterval(timer);
      await running;
    },
  };
}

function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return PASSING.has(error.name) || ('code' in error && PASSING_CODES.has(String(error.code)));
}

function describe(error: unknown): OperationError {
  if (!isCadreError(error)) {
    const detail = 'Something broke on our side. Nothing of it was kept. The log holds the details.';
    return { kind: 'failed', detail, errors: [] };
  }
  return { kind: error.kind, detail: error.reason, errors: error.errors.slice(0, MOST_PLACES) };
}

/** Places of one error that are kept. */
const MOST_PLACES = 200;
