import { createServer } from 'node:http';
import { lintCatalogue } from '#db/catalogue-lint';
import { createDatabase } from '#db/database';
import { readEnvironment } from '~/env.server';
import { UPLOAD_TIME_MS } from '~/http/body-limit.server';
import { cookiesAreSecure } from '~/http/cookie-policy.server';
import { createExpressApp } from '~/http/express-app.server';
import { createPasswordKeeper } from '~/http/password.server';
import { checkReadiness } from '~/http/readiness.server';
import { createSessionKeeper } from '~/http/session.server';
import { keepTitlesWarm } from '~/http/warm-titles.server';
import { createKeyedHash } from '~/keyed-hash.server';
import { createLogger } from '~/logger.server';
import { createTitleMatching } from '~/matching/title-matching';
import { createFileScanner } from '~/scan/create-file-scanner.server';
import { createSealer } from '~/sealing.server';
import { readSecrets } from '~/secrets.server';

/** The web process: checks the database's rules, serves, and stops when it is told to. */
async function main(): Promise<void> {
  const environment = readEnvironment();
  const logger = createLogger({ level: environment.LOG_LEVEL, process: 'web' });
  const { DATABASE_URL: appUrl, DATABASE_AUTH_URL: authUrl } = environment;
  if (!appUrl || !authUrl)
    throw new Error('DATABASE_URL and DATABASE_AUTH_URL are needed; npm start sets them');
  const secrets = readSecrets(environment);
  const database = createDatabase({
    appUrl,
    authUrl,
    tenantKey: secrets.tenantKeys[0],
    applicationName: 'cadre-web',
    poolSize: environment.DATABASE_POOL,
    takesTurns: true,
  });
  await lintCatalogue(database);
  const services = {
    database,
    environment,
    logger,
    sessions: createSessionKeeper(database, { secure: cookiesAreSecure(environment) }),
    passwords: createPasswordKeeper(secrets),
    sealer: createSealer(secrets),
    keyedHash: createKeyedHash(secrets),
    titles: createTitleMatching((error) => logger.error({ error }, 'the matching of titles broke off')),
    scanner: createFileScanner(environment, logger),
    readiness: () => checkReadiness(database),
  };
  const server = createServer(await createExpressApp(services));
  // Uploads may take long; the time of every other body is kept by the application (body-limit.server.ts).
  server.requestTimeout = UPLOAD_TIME_MS;
  server.headersTimeout = 10_000;
  server.listen(environment.PORT, environment.HOST, () => {
    logger.info({ port: environment.PORT, host: environment.HOST }, 'listening');
    // Told to npm start, where that is what started this.
    process.send?.('ready');
  });
  const stopped = new AbortController();
  void keepTitlesWarm(services, stopped.signal);
  const stop = () => {
    stopped.abort();
    server.close(() => {
      void database.close().then(() => process.exit(0));
    });
    server.closeIdleConnections();
    setTimeout(() => process.exit(0), 8_000).unref();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
