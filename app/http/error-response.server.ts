import type { LoaderFunctionArgs } from '@remix-run/node';
import { type CadreError, isCadreError, Unavailable } from '~/shared/errors';

const STATUS = {
  'not-found': 404,
  forbidden: 403,
  conflict: 409,
  'invalid-input': 422,
  unavailable: 503,
} as const;

const TITLES: Readonly<Record<number, string>> = {
  400: 'Not readable',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  413: 'Too large',
  415: 'Not a kind of content that is read',
  422: 'Not right',
  500: 'Something broke',
  503: 'Unavailable for the moment',
};

/** Told by name: the database object is made by the web server's bundle, this runs in Remix's. */
const DATABASE_SILENT = new Set(['ConnectionLost', 'PoolExhausted']);

/** An error as a CadreError: a lost connection and a full pool are Unavailable. */
function translate(error: unknown): CadreError | null {
  if (isCadreError(error)) return error;
  if (error instanceof Error && DATABASE_SILENT.has(error.name)) {
    return new Unavailable('The database did not answer. Nothing was changed. Try again in a moment.');
  }
  return null;
}

/** Runs a page's work; a CadreError becomes a thrown response that the error boundary shows. */
export async function pageErrors<T>(
  args: Pick<LoaderFunctionArgs, 'context' | 'request'>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Response) throw error;
    const known = translate(error);
    log(args, error, known);
    const status = known ? STATUS[known.kind] : 500;
    const reason = known?.reason ?? 'Something broke on our side. Nothing was changed.';
    throw Response.json(
      { reason, requestId: args.context.requestId },
      { status, statusText: TITLES[status] ?? '' },
    );
  }
}

/**
 * Runs an API resource's work; an error becomes problem details (RFC 9457).
 *
 * @param pointerOf how the place of a fault is told; as it is when left out.
 */
export async function problemErrors(
  args: Pick<LoaderFunctionArgs, 'context' | 'request'>,
  work: () => Promise<Response>,
  pointerOf: (pointer: string) => string = (pointer) => pointer,
): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Response) return error;
    const known = translate(error);
    log(args, error, known);
    return problem({
      status: known ? STATUS[known.kind] : 500,
      detail: known?.reason ?? 'Something broke on our side. Nothing was changed.',
      requestId: args.context.requestId,
      errors: (known?.errors ?? []).map(({ pointer, detail }) => ({ pointer: pointerOf(pointer), detail })),
    });
  }
}

interface Problem {
  readonly status: number;
  readonly detail: string;
  readonly requestId: string;
  readonly errors?: readonly { pointer: string; detail: string }[];
}

/** A problem details response. */
export function problem({ status, detail, requestId, errors = [] }: Problem): Response {
  const body = {
    type: 'about:blank',
    title: TITLES[status] ?? 'Error',
    status,
    detail,
    instance: `urn:request:${requestId}`,
    errors,
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/problem+json; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}

/** What somebody may not do, and input that no form of ours sends, are told apart from what is not there. */
const REFUSAL_LEVELS: Readonly<Partial<Record<CadreError['kind'], 'warn' | 'info'>>> = {
  forbidden: 'warn',
  'invalid-input': 'info',
  conflict: 'info',
};

function log(args: Pick<LoaderFunctionArgs, 'context'>, error: unknown, known: CadreError | null): void {
  const { logger, requestId } = args.context;
  if (known && known.kind !== 'unavailable') {
    const level = REFUSAL_LEVELS[known.kind] ?? 'debug';
    logger[level]({ requestId, kind: known.kind }, 'refused');
  } else logger.error({ requestId, error }, known ? 'unavailable' : 'failed');
}
