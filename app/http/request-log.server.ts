import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Logger } from '~/logger.server';

/** Gives each request an id (in res.locals and the X-Request-Id header) and logs how it ended, without its query. */
export function requestLog(logger: Logger): RequestHandler {
  return (req, res, next) => {
    const requestId = randomUUID();
    const started = performance.now();
    res.locals['requestId'] = requestId;
    res.setHeader('X-Request-Id', requestId);
    res.on('close', () => {
      const ms = Math.round(performance.now() - started);
      logger.info(
        { requestId, method: req.method, path: pathPattern(req.path), status: res.statusCode, ms },
        'request',
      );
    });
    next();
  };
}

/** The path with ids and slugs of organizations taken out: a log line names no person and no customer. */
function pathPattern(path: string): string {
  return path
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, ':id')
    .replace(/externalId:[^/]+/g, 'externalId::id')
    .replace(/^\/o\/[^/]+/, '/o/:org')
    .replace(/^\/invite\/[^/]+/, '/invite/:token');
}
