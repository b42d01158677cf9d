import { createRequestHandler, type RequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import { routesThatFit, sliceOf } from './route-slice';

type Options = Omit<Parameters<typeof createRequestHandler>[0], 'build'>;

/** The build, or in development what makes it anew. */
export type BuildSource = ServerBuild | (() => Promise<ServerBuild>);

/** Asked for by the script of a page, for the routes that links on it lead to. */
const MANIFEST = '/__manifest';

/**
 * Answers requests by Remix. Each path is answered by a handler that knows the routes that can answer it and no others
 * (route-slice.ts); there is one for each set of routes, made when it is first needed.
 */
export function remixHandler(build: BuildSource, options: Options): RequestHandler {
  const whole = createRequestHandler({ ...options, build });
  if (typeof build === 'function') return whole;
  const fitting = routesThatFit(build.routes);
  const handlers = new Map<string, RequestHandler>();
  return (req, res, next) => {
    if (req.path === MANIFEST) return whole(req, res, next);
    const ids = fitting(req.path);
    const key = ids.join('\n');
    const handler = handlers.get(key) ?? createRequestHandler({ ...options, build: sliceOf(build, ids) });
    handlers.set(key, handler);
    return handler(req, res, next);
  };
}
