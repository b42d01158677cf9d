import { lintCatalogue } from '#db/catalogue-lint';
import { createDatabase } from '#db/database';
import { readEnvironment } from '~/env.server';
import { createKeyedHash } from '~/keyed-hash.server';
import { createLogger } from '~/logger.server';
import { readSecrets } from '~/secrets.server';
import { startWorker } from './worker';

const CONCURRENCY = 2;
const STOP_MS = 8_000;

/** The worker process: checks the database's rules, takes jobs, and stops when it is told to. */
async function main(): Promise<void> {
  const environment = readEnvironment();
  const logger = createLogger({ level: environment.LOG_LEVEL, process: 'worker' });
  const { DATABASE_URL: appUrl, DATABASE_AUTH_URL: authUrl, DATABASE_OWNER_URL: ownerUrl } = environment;
  if (!appUrl || !authUrl || !ownerUrl) {
    throw new Error('DATABASE_URL, DATABASE_AUTH_URL and DATABASE_OWNER_URL are needed; npm start sets them');
  }
  const secrets = readSecrets(environment);
  const database = createDatabase({
    appUrl,
    authUrl,
    tenantKey: secrets.tenantKeys[0],
    applicationName: 'cadre-worker',
    poolSize: CONCURRENCY + 2,
  });
  await lintCatalogue(database);
  const worker = await startWorker({
    ownerUrl,
    database,
    keyedHash: createKeyedHash(secrets),
    logger,
    concurrency: CONCURRENCY,
  });
  logger.info({}, 'taking jobs');
  // Told to npm start, where that is what started this.
  process.send?.('ready');
  let isStopping = false;
  // A process without its queue would look alive and do nothing: it ends, and is started again.
  void worker.ended.then(() => {
    if (!isStopping) process.exit(1);
  });
  const stop = () => {
    isStopping = true;
    void worker
      .stop()
      .then(() => database.close())
      .then(() => process.exit(0));
    setTimeout(() => process.exit(0), STOP_MS).unref();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
