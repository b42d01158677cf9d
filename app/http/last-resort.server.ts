import type { ErrorRequestHandler } from 'express';
import type { Logger } from '~/logger.server';
import { problem } from './error-response.server';
import { sendResponse } from './send-response.server';

/**
 * Answers what failed outside every route, without saying how: a request line or Host that cannot be read is the
 * sender's fault; anything else is logged. Express would answer with the error's stack.
 */
export function lastResort(logger: Logger): ErrorRequestHandler {
  return (error: unknown, _req, res, _next) => {
    if (res.headersSent) {
      if (!res.writableEnded) res.destroy();
      return;
    }
    const requestId = String(res.locals['requestId']);
    const unreadable = isUnreadable(error);
    if (!unreadable) logger.error({ requestId, error }, 'failed');
    const detail = unreadable
      ? 'The request could not be read.'
      : 'Something broke on our side. Nothing was changed.';
    void sendResponse(res, problem({ status: unreadable ? 400 : 500, detail, requestId }));
  };
}

/** A path that is not UTF-8 carries the status 400; a Host that is none makes an address that is no URL. */
function isUnreadable(error: unknown): boolean {
  const { status, code } = (error ?? {}) as { status?: unknown; code?: unknown };
  return status === 400 || code === 'ERR_INVALID_URL';
}
