import { randomBytes } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';
import { POLICY_REPORTS } from './policy-reports.server';

/** A nonce for this response's scripts, in res.locals.nonce; and where its policy's reports go. */
export const nonce: RequestHandler = (_req, res, next) => {
  res.locals['nonce'] = randomBytes(16).toString('base64');
  res.setHeader('Reporting-Endpoints', `policy="${POLICY_REPORTS}"`);
  next();
};

/**
 * Headers of every response (security.md 1.8): scripts only with the nonce; styles only from here; style attributes
 * are the one stated exception. In development the reload client needs inline styles and a socket.
 */
export function securityHeaders(options: { tls: boolean; development: boolean }): RequestHandler {
  const withNonce = (_req: unknown, res: unknown) => `'nonce-${String((res as Response).locals['nonce'])}'`;
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': [withNonce, "'strict-dynamic'"],
        'style-src': ["'self'", withNonce],
        'style-src-elem': options.development ? ["'self'", "'unsafe-inline'"] : ["'self'", withNonce],
        'style-src-attr': ["'unsafe-inline'"],
        'img-src': ["'self'", 'data:'],
        'font-src': ["'self'"],
        'connect-src': options.development ? ["'self'", 'ws:'] : ["'self'"],
        'form-action': ["'self'"],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
        'report-uri': [POLICY_REPORTS],
        'report-to': ['policy'],
        ...(options.tls ? { 'upgrade-insecure-requests': [] } : {}),
      },
    },
    strictTransportSecurity: options.tls ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });
}

/**
 * Pages and data of signed-in people are never kept by caches, whatever an answer itself says of it; built assets come
 * before this and say so themselves.
 */
export const noStore: RequestHandler = (_req, res, next) => {
  res.setHeader('Cache-Control', 'no-store');
  const append = res.append.bind(res);
  res.append = (name, value) => (name.toLowerCase() === 'cache-control' ? res : append(name, value));
  next();
};
