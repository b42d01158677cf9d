import type { RequestHandler } from 'express';
import { problem } from './error-response.server';
import { sendResponse } from './send-response.server';

/** A segment `.` or `..`, also in escaped form or behind a backslash: what the guards see is what Remix will route. */
const DOT_SEGMENT = /(?:^|[/\\])(?:\.|%2e){1,2}(?:[/\\]|$)/i;

const METHODS = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * Refuses request lines on which Remix fails instead of answering: methods that make no Request (TRACE), paths
 * that begin with a backslash, which its renderer takes for another host, paths that it would shorten to others than
 * the guards have judged, and the parameter `_data`, by which pages of its older form asked for a loader's data.
 */
export const requestLine: RequestHandler = (req, res, next) => {
  const refuse = (status: number, detail: string) =>
    void sendResponse(res, problem({ status, detail, requestId: String(res.locals['requestId']) }));
  if (!METHODS.includes(req.method)) {
    res.setHeader('Allow', METHODS.join(', '));
    return refuse(405, `${req.method} is not done here.`);
  }
  if (/^\/+(%5c|\\)/i.test(req.path) || DOT_SEGMENT.test(req.path))
    return refuse(400, 'The address could not be read.');
  const [, query = ''] = req.url.split('?', 2);
  if (new URLSearchParams(query).has('_data')) return refuse(400, 'The parameter _data is not read here.');
  next();
};
