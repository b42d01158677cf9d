import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Logger } from '~/logger.server';
import { isUuid } from '~/shared/is-uuid';

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

/** What stands behind these words names an organization, a person or a secret, whatever it is. */
const NAMED_NEXT: Readonly<Record<string, string>> = {
  o: ':org',
  people: ':id',
  profiles: ':id',
  employees: ':id',
  invite: ':token',
  signup: ':token',
  reset: ':token',
  sso: ':org',
};
const WORD = /^[a-z0-9._[\]-]{0,60}$/;

/** The path with ids, slugs and foreign words taken out: a log line names no person and no customer. */
export function pathPattern(path: string): string {
  const segments = path.toLowerCase().split('/');
  return segments
    .map((segment, index) => {
      const named = NAMED_NEXT[segments[index - 1] ?? ''];
      if (named && segment !== '') return named;
      if (isUuid(segment)) return ':id';
      return WORD.test(segment) ? segment : ':other';
    })
    .join('/');
}
