import { setTimeout as pause } from 'node:timers/promises';
import { type EmbeddedServer, startEmbedded } from '#db/embedded/embedded-server';
import type { Environment } from '~/env.server';
import { InvalidInput } from '~/shared/errors';
import { reachDatabase } from './reach-database';

export interface DatabaseAccess {
  readonly app: string;
  readonly auth: string;
  readonly owner: string;
  /** Stops what this process started; a given server is left alone. */
  close(): Promise<void>;
  /** Resolves with one sentence when the embedded server is gone and does not come back. */
  readonly lost: Promise<string>;
}

/**
 * The database that the environment names, else the embedded one, started. Throws Unavailable, InvalidInput or
 * EmbeddedError, each with one sentence.
 */
export async function openDatabase(
  environment: Environment,
  log: (sentence: string) => void,
): Promise<DatabaseAccess> {
  const { DATABASE_URL, DATABASE_AUTH_URL, DATABASE_OWNER_URL } = environment;
  if (!DATABASE_URL || !DATABASE_AUTH_URL) {
    return keepEmbedded(
      await startEmbedded({ dataDir: environment.DATA_DIR, log }),
      environment.DATA_DIR,
      log,
    );
  }
  if (!DATABASE_OWNER_URL) {
    throw new InvalidInput(
      'DATABASE_OWNER_URL is missing beside DATABASE_URL: npm start needs it to migrate and for the worker.',
    );
  }
  const given = { DATABASE_URL, DATABASE_AUTH_URL, DATABASE_OWNER_URL };
  for (const [variable, url] of Object.entries(given)) await reachDatabase(variable, url);
  return {
    app: DATABASE_URL,
    auth: DATABASE_AUTH_URL,
    owner: DATABASE_OWNER_URL,
    close: async () => undefined,
    lost: new Promise(() => undefined),
  };
}

const RESTARTS = 5;

/** Starts a killed server again on the same port, so that the URLs of running programs stay right. */
function keepEmbedded(
  first: EmbeddedServer,
  dataDir: string,
  log: (sentence: string) => void,
): DatabaseAccess {
  let server = first;
  let closing = false;
  let restarting: Promise<unknown> = Promise.resolve();
  const keep = async (): Promise<string> => {
    for (let restarts = 0; restarts < RESTARTS; restarts++) {
      await server.ended;
      if (closing) return new Promise(() => undefined);
      log('PostgreSQL ended unexpectedly; starting it again.');
      await pause(restarts * 500);
      const restart = startEmbedded({ dataDir, log, port: server.port });
      restarting = restart.catch(() => undefined);
      try {
        server = await restart;
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    }
    return `PostgreSQL ended ${RESTARTS} times; see postgres.log in ${dataDir}.`;
  };
  const close = async () => {
    closing = true;
    await restarting;
    await server.stop();
  };
  return { app: first.urls.app, auth: first.urls.auth, owner: first.urls.owner, close, lost: keep() };
}
