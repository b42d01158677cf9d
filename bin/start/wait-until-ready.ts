import { setTimeout as pause } from 'node:timers/promises';
import { Unavailable } from '~/shared/errors';

export interface ReadyCheck {
  readonly url: string;
  /** Resolves with one sentence when there is nothing to wait for any more. */
  readonly lost: Promise<string>;
  readonly logFile: string;
  readonly signal: AbortSignal;
}

const PATIENCE_MS = 60_000;
const INTERVAL_MS = 50;

/** Resolves when the web server answers 200. Throws Unavailable when it is lost or takes over a minute. */
export async function waitUntilReady({ url, lost, logFile, signal }: ReadyCheck): Promise<void> {
  const end: { why: string | null } = { why: null };
  void lost.then((why) => {
    end.why = why;
  });
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    signal.throwIfAborted();
    if (end.why !== null) throw new Unavailable(end.why);
    if (await answers(url)) return;
    await pause(INTERVAL_MS);
  }
  throw new Unavailable(`The web server did not become ready within a minute; see ${logFile}.`);
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000), redirect: 'manual' });
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    return false;
  }
}
