import { existsSync } from 'node:fs';
import path from 'node:path';
import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type Express } from 'express';
import { apiMethods } from './api-methods.server';
import type { Services } from './app-context';
import { bodyLimit, bodyLimitOf, bodyTime } from './body-limit.server';
import { originsOf } from './cookie-policy.server';
import { crossSiteGuard } from './cross-site-guard.server';
import { createKeptPages } from './kept-pages/kept-pages.server';
import { createPageFate } from './kept-pages/page-fate';
import { lastResort } from './last-resort.server';
import { metricsPage } from './metrics/metrics-page.server';
import { createRequestCounts } from './metrics/request-counts.server';
import { POLICY_REPORTS, policyReports, REPORT_LIMIT } from './policy-reports.server';
import { type BuildSource, remixHandler } from './remix-handler.server';
import { requestLine } from './request-line.server';
import { requestLog } from './request-log.server';
import { nonce, noStore, securityHeaders } from './security-headers.server';
import { createTurns } from './turns.server';

const FORWARDED = [
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-for',
  'x-forwarded-port',
  'forwarded',
];

/** The whole web application: guards first, then health, assets, and Remix. */
export async function createExpressApp(services: Services): Promise<Express> {
  const { environment, logger } = services;
  const origins = originsOf(environment);
  const development = environment.NODE_ENV === 'development';
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', environment.TRUSTED_PROXIES.length > 0 ? environment.TRUSTED_PROXIES : false);
  if (environment.TRUSTED_PROXIES.length === 0) {
    app.use((req, _res, next) => {
      for (const name of FORWARDED) delete req.headers[name];
      next();
    });
  }
  const counts = createRequestCounts();
  const turns = createTurns(services.sessions);
  const contextOf = (req: express.Request, res: express.Response): AppLoadContext => {
    res.locals['context'] ??= {
      ...services,
      requestId: String(res.locals['requestId']),
      nonce: String(res.locals['nonce']),
      page: createPageFate(),
      clientAddress: req.ip ?? '',
      letInto: (organizationId: string | null) => turns.note(req, organizationId),
      setCookie: (cookie: string) => void res.append('Set-Cookie', cookie),
    } satisfies AppLoadContext;
    return res.locals['context'];
  };
  const kept = createKeptPages(contextOf);
  app.use(requestLog(logger), counts.count, nonce);
  app.use(securityHeaders({ tls: origins.every((origin) => origin.startsWith('https:')), development }));
  app.get('/healthz', (_req, res) => void res.type('text').send('ok'));
  app.get('/readyz', (_req, res) => {
    void services
      .readiness()
      .then(({ ready, failing }) => res.status(ready ? 200 : 503).json({ ready, failing }));
  });
  app.get('/metrics', metricsPage(services, counts, turns, kept));
  app.use(requestLine);
  app.post(
    POLICY_REPORTS,
    bodyTime(),
    bodyLimit(() => REPORT_LIMIT),
    policyReports({ logger, origins }),
  );
  app.use(crossSiteGuard(origins, logger));
  app.use(
    bodyTime(),
    bodyLimit((req) => bodyLimitOf(req.path)),
  );
  app.use(compression());
  const build = await attachAssets(app, development);

  app.use(
    noStore,
    turns.take,
    apiMethods(async () => (typeof build === 'function' ? build() : build)),
  );
  // In development a page is drawn by whatever its source says now.
  if (!development) app.use(kept.answer);
  app.all('*', remixHandler(build, { mode: environment.NODE_ENV, getLoadContext: contextOf }));
  app.use(lastResort(logger));
  return app;
}

/** Serves the built client, or in development hands files and reloads to Vite. */
async function attachAssets(app: Express, development: boolean): Promise<BuildSource> {
  if (development) {
    const vite = await (await import('vite')).createServer({ server: { middlewareMode: true } });
    app.use(vite.middlewares);
    return () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>;
  }
  const root = projectRoot();
  const assets = path.join(root, 'build/client/assets');
  app.use('/assets', express.static(assets, { immutable: true, maxAge: '1y' }));
  app.use(express.static(path.join(root, 'build/client'), { maxAge: '1h' }));
  return (await import(path.join(root, 'build/server/index.js'))) as ServerBuild;
}

/** The folder that holds build/: this file is app/http/ in the source and build/ once bundled. */
function projectRoot(): string {
  const candidates = [path.join(import.meta.dirname, '..'), path.join(import.meta.dirname, '../..')];
  const found = candidates.find((folder) => existsSync(path.join(folder, 'build/server/index.js')));
  if (!found) throw new Error('The build is missing. Run npm run build.');
  return found;
}
