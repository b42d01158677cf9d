import { setTimeout as pause } from 'node:timers/promises';
import { type EmbeddedServer, startEmbedded } from '#db/embedded/embedded-server';
import { restartDelay } from './keep-program';
import type { DatabaseAccess } from './open-database';

/** Starts in a row that fail, after which the server is given up. */
const TRIES = 5;

interface Keeper {
  readonly dataDir: string;
  readonly log: (sentence: string) => void;
}

/** Starts a killed server again on the same port, so that the URLs of running programs stay right. */
export function keepEmbedded(first: EmbeddedServer, { dataDir, log }: Keeper): DatabaseAccess {
  let server = first;
  let isClosing = false;
  let restarting: Promise<unknown> = Promise.resolve();
  const keep = async (): Promise<string> => {
    for (let failed = 0; ; ) {
      await server.ended;
      if (isClosing) return new Promise(() => undefined);
      log('PostgreSQL ended unexpectedly; starting it again.');
      const restart = startEmbedded({ dataDir, log, port: server.port });
      restarting = restart.catch(() => undefined);
      try {
        server = await restart;
        failed = 0;
      } catch (error) {
        failed += 1;
        if (failed >= TRIES) return error instanceof Error ? error.message : String(error);
        await pause(restartDelay(failed));
      }
    }
  };
  const settled = async () => {
    for (let seen: unknown; seen !== restarting; await seen) seen = restarting;
  };
  const close = async () => {
    isClosing = true;
    await restarting;
    await server.stop();
  };
  return {
    app: first.urls.app,
    auth: first.urls.auth,
    owner: first.urls.owner,
    close,
    settled,
    lost: keep(),
  };
}
