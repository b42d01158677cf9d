import { createDatabase, type Database } from '#db/database';
import { attachEmbedded } from '#db/embedded/attach-embedded';
import { connectSystem, type SystemConnection } from '#db/system';
import { type Environment, readEnvironment } from '~/env.server';
import { readSecrets, type Secrets } from '~/secrets.server';
import { Unavailable } from '~/shared/errors';

/** What commands work with; each connection is opened when it is first asked for. */
export interface CommandServices {
  readonly environment: Environment;
  secrets(): Secrets;
  /** The operator's connection (role cadre_owner). */
  system(): SystemConnection;
  database(): Database;
  ownerUrl(): string;
  out(text: string): void;
  err(text: string): void;
  close(): Promise<void>;
}

interface Urls {
  readonly owner: string | undefined;
  readonly app: string;
  readonly auth: string;
}

/** Reads the environment; without DATABASE_URL the embedded server that `npm start` runs is used. */
export function openServices(): CommandServices {
  const environment = readEnvironment();
  let urls: Urls | undefined;
  let system: SystemConnection | undefined;
  let database: Database | undefined;
  const known = () => (urls ??= findUrls(environment));
  const ownerUrl = () => {
    const { owner } = known();
    if (!owner) throw new Unavailable('DATABASE_OWNER_URL is needed for this command.');
    return owner;
  };
  return {
    environment,
    secrets: () => readSecrets(environment),
    ownerUrl,
    system: () => (system ??= connectSystem(ownerUrl())),
    database: () =>
      (database ??= createDatabase({
        appUrl: known().app,
        authUrl: known().auth,
        tenantKey: readSecrets(environment).tenantKeys[0],
        applicationName: 'cadre-command',
        poolSize: 4,
      })),
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    close: async () => {
      await system?.close();
      await database?.close();
    },
  };
}

function findUrls(environment: Environment): Urls {
  const { DATABASE_URL: app, DATABASE_AUTH_URL: auth, DATABASE_OWNER_URL: owner } = environment;
  if (app && auth) return { app, auth, owner };
  const running = attachEmbedded({ dataDir: environment.DATA_DIR });
  if (!running) {
    throw new Unavailable(
      `No database is running for ${environment.DATA_DIR}. Start Cadre with npm start, or set DATABASE_URL, DATABASE_AUTH_URL and DATABASE_OWNER_URL.`,
    );
  }
  return running;
}
