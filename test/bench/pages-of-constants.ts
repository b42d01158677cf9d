/**
 * A process of its own: a server with the pages of the build whose loaders give what they are told to, without session,
 * tenant or SQL; and a page that says nothing. Says its address when it listens.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express from 'express';
import { createPageFate } from '~/http/kept-pages/page-fate';
import { remixHandler } from '~/http/remix-handler.server';
import { nonce, noStore, securityHeaders } from '~/http/security-headers.server';

export interface Constants {
  readonly page: string;
  /** By id of the route. */
  readonly loaderData: Readonly<Record<string, unknown>>;
}

type Routes = ServerBuild['routes'];

process.once('message', async ({ loaderData }: Constants) => {
  const file = path.join(import.meta.dirname, '../../build/server/index.js');
  const build: ServerBuild = await import(file);
  const app = express();
  app.disable('x-powered-by');
  app.use(nonce, securityHeaders({ tls: false, development: false }), compression(), noStore);
  const getLoadContext = (_req: unknown, res: express.Response) => ({
    nonce: String(res.locals['nonce']),
    page: createPageFate(),
  });
  app.all(
    '*',
    remixHandler(
      { ...build, routes: constantRoutes(build.routes, loaderData), assets: withBareAsset(build.assets) },
      { mode: 'production', getLoadContext: getLoadContext as never },
    ),
  );
  const server = createServer(app).listen(0, '127.0.0.1', () => {
    process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
});
process.once('disconnect', () => process.exit());

const BARE = { id: 'routes/bare', parentId: 'root', path: 'bare' } as const;

/** All routes, so that finding one costs the same; those with constants give them, and one more says nothing. */
function constantRoutes(routes: Routes, loaderData: Constants['loaderData']): Routes {
  const constant = Object.entries(routes).map(([id, route]): [string, Routes[string]] => {
    if (!route || !(id in loaderData)) return [id, route];
    return [id, { ...route, module: { ...route.module, loader: () => loaderData[id] as never } }];
  });
  return { ...Object.fromEntries(constant), [BARE.id]: { ...BARE, module: { default: () => null } } };
}

function withBareAsset(assets: ServerBuild['assets']): ServerBuild['assets'] {
  const { root } = assets.routes;
  if (!root) throw new Error('the build has no root');
  return { ...assets, routes: { ...assets.routes, [BARE.id]: { ...root, ...BARE, imports: [], css: [] } } };
}
