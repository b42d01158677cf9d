import { setTimeout as pause } from 'node:timers/promises';

interface Wait {
  readonly limitMs: number;
  /** Named when it does not come. */
  readonly what: string;
  readonly everyMs?: number;
}

/** A question without an answer for so long is asked again. */
const ANSWER_MS = 10_000;

/** Asks until the answer is yes; gives the milliseconds. Throws Error after the limit. An error counts as no. */
export async function until(done: () => Promise<boolean>, wait: Wait): Promise<number> {
  const started = performance.now();
  let last: unknown = null;
  for (;;) {
    try {
      if (await Promise.race([done(), pause(ANSWER_MS, false)])) return performance.now() - started;
      last = null;
    } catch (error) {
      last = error;
    }
    if (performance.now() - started > wait.limitMs) {
      const why = last instanceof Error ? `: ${last.message}` : '';
      throw new Error(`${wait.what}: not within ${wait.limitMs} ms${why}`);
    }
    await pause(wait.everyMs ?? 20);
  }
}
