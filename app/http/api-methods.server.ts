import type { ServerBuild } from '@remix-run/node';
import type { RequestHandler } from 'express';
import { type ApiMethods, listApiMethods, methodsAt } from './api-methods';
import { problem } from './error-response.server';
import { sendResponse } from './send-response.server';

/**
 * Answers OPTIONS on a resource of the API with its methods, and a method that it does not have with 405 as problem
 * details; runs before Remix, which would run the loader for OPTIONS.
 */
export function apiMethods(build: () => Promise<ServerBuild>): RequestHandler {
  let known: { readonly routes: ServerBuild['routes']; readonly table: ApiMethods } | undefined;
  return (req, res, next) => {
    if (!req.path.startsWith('/api/v1/')) return next();
    build()
      .then(({ routes }) => {
        if (known?.routes !== routes) known = { routes, table: listApiMethods(Object.values(routes)) };
        const methods = methodsAt(known.table, req.path);
        if (!methods || (methods.includes(req.method) && req.method !== 'OPTIONS')) return next();
        res.setHeader('Allow', methods.join(', '));
        if (req.method === 'OPTIONS') return void res.status(204).end();
        const detail = `${req.method} is not done here.`;
        const requestId = String(res.locals['requestId']);
        return sendResponse(res, problem({ status: 405, detail, requestId }));
      })
      .catch(next);
  };
}
