import { startEmbedded } from '#db/embedded/embedded-server';
import type { Environment } from '~/env.server';
import { InvalidInput } from '~/shared/errors';
import { keepEmbedded } from './keep-embedded';
import { reachDatabase } from './reach-database';

export interface DatabaseAccess {
  readonly app: string;
  readonly auth: string;
  readonly owner: string;
  /** Stops what this process started; a given server is left alone. */
  close(): Promise<void>;
  /** Resolves when no start of the embedded server is under way. */
  settled(): Promise<void>;
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
    const dataDir = environment.DATA_DIR;
    return keepEmbedded(await startEmbedded({ dataDir, log }), { dataDir, log });
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
    settled: async () => undefined,
    lost: new Promise(() => undefined),
  };
}
