import type { RequestHandler } from 'express';
import { problem } from './error-response.server';
import { sendResponse } from './send-response.server';

const METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * Refuses request lines on which Remix fails instead of answering: methods that make no Request (TRACE), and paths
 * that begin with a backslash, which its renderer takes for another host.
 */
export const requestLine: RequestHandler = (req, res, next) => {
  const refuse = (status: number, detail: string) =>
    void sendResponse(res, problem({ status, detail, requestId: String(res.locals['requestId']) }));
  if (!METHODS.includes(req.method)) {
    res.setHeader('Allow', METHODS.join(', '));
    return refuse(405, `${req.method} is not done here.`);
  }
  if (/^\/+(%5c|\\)/i.test(req.path)) return refuse(400, 'The address could not be read.');
  next();
};
