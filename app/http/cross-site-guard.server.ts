import type { RequestHandler } from 'express';
import type { Logger } from '~/logger.server';
import { problem } from './error-response.server';
import { sendResponse } from './send-response.server';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses an unsafe request that another site could have caused (security.md 1.7): it needs
 * `Sec-Fetch-Site: same-origin`, or else an Origin from the list. Under /api/v1 no cookie is read, so a request with
 * a bearer token is exempt. Runs before Remix, for every route; each refusal
 * is a line of the log.
 */
export function crossSiteGuard(origins: readonly string[], logger: Logger): RequestHandler {
  const allowed = new Set(origins);
  return (req, res, next) => {
    if (SAFE.has(req.method)) return next();
    if (req.path.startsWith('/api/v1/') && /^Bearer \S+$/.test(req.get('authorization') ?? '')) return next();
    const site = req.get('sec-fetch-site');
    if (site === undefined ? allowed.has(req.get('origin') ?? '') : site === 'same-origin') {
      // Remix would compare it with Host again, and fails behind a proxy that sends another Host.
      delete req.headers.origin;
      return next();
    }
    const requestId = String(res.locals['requestId']);
    logger.warn({ requestId }, 'a request from another site was refused');
    void sendResponse(
      res,
      problem({ status: 403, detail: 'This request came from another site and was refused.', requestId }),
    );
  };
}
