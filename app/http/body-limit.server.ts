import type { Request, RequestHandler } from 'express';
import { sendResponse } from './send-response.server';
import { tooLarge } from './too-large.server';

/** Bytes that a body may have: forms and JSON, and uploads. */
export const BODY_LIMIT = 1024 * 1024;
/** Tables and frameworks of an organization, and the form around them. */
const TABLE_LIMIT = 65 * 1024 * 1024;
const UPLOADS =
  /^\/o\/[^/]+\/(?:imports|(?:frameworks|positions|targets|observations)\/import)(?:\.data)?\/?$/i;
/** One file of evidence of at most 5 MiB, and the form around it. */
const FILE_LIMIT = 5.5 * 1024 * 1024;
const FILES = /^\/o\/[^/]+\/(?:people|assess)\/[^/]+\/evidence(?:\.data)?\/?$/i;
/** Sources of the catalogue: the largest file that an operator may send, and the form around it. */
const SOURCE_LIMIT = 513 * 1024 * 1024;

/** Ten thousand titles of 300 characters, as JSON. */
const TITLES_LIMIT = 12 * 1024 * 1024;
/** Ten thousand ratings with a sentence each, as JSON. */
const RATINGS_LIMIT = 12 * 1024 * 1024;

/** Milliseconds that a body may take to arrive: forms and JSON, and uploads. */
export const BODY_TIME_MS = 30_000;
export const UPLOAD_TIME_MS = 1_800_000;

/** Most bytes of the body of a request, by its address. */
export function bodyLimitOf(path: string): number {
  if (path.includes('/settings/catalogue')) return SOURCE_LIMIT;
  if (path === '/api/v1/title-matches') return TITLES_LIMIT;
  if (path === '/api/v1/assessments') return RATINGS_LIMIT;
  if (path === '/api/v1/imports') return TABLE_LIMIT;
  if (FILES.test(path)) return FILE_LIMIT;
  return UPLOADS.test(path) ? TABLE_LIMIT : BODY_LIMIT;
}

/**
 * Caps the bytes of every body while they arrive, before anything reads them: `request.formData()` has no limit of
 * its own (security.md 1.7). A longer body is answered with 413 and the connection is closed.
 */
export function bodyLimit(limitFor: (req: Request) => number): RequestHandler {
  return (req, res, next) => {
    const limit = limitFor(req);
    const refuse = () => {
      if (res.headersSent) return;
      res.setHeader('Connection', 'close');
      void sendResponse(res, tooLarge(req, { limit, requestId: String(res.locals['requestId']) }));
    };
    if (Number(req.get('content-length') ?? 0) > limit) return refuse();
    let received = 0;
    const push = req.push.bind(req);
    req.push = (chunk: unknown, encoding?: BufferEncoding) => {
      const before = received;
      received += chunk instanceof Uint8Array ? chunk.length : 0;
      if (received <= limit) return push(chunk, encoding);
      if (before > limit) return false;
      // The socket ends with its answer; false stops reading from it until then.
      res.once('finish', () => req.destroy());
      if (res.headersSent) req.destroy();
      else refuse();
      return false;
    };
    next();
  };
}

/** Ends a connection whose body is not through in its time, so that slow senders do not keep connections open. */
export function bodyTime(): RequestHandler {
  return (req, _res, next) => {
    const limit = bodyLimitOf(req.path) > BODY_LIMIT ? UPLOAD_TIME_MS : BODY_TIME_MS;
    const timer = setTimeout(() => {
      if (!req.complete) req.destroy();
    }, limit);
    timer.unref();
    req.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer));
    next();
  };
}
