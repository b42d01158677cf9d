import { setTimeout as pause } from 'node:timers/promises';
import { type Program, type ProgramInput, startProgram } from './start-program';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
const STEADY_MS = 60_000;

/** Milliseconds before the next start after so many ends in a row (1 = the first): doubling, at most 30 s. */
function restartDelay(ends: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, ends - 1));
}

/** Runs the worker and starts it again whenever it ends, until `stop`. */
export function keepWorker(input: ProgramInput, log: (sentence: string) => void): { stop(): Promise<void> } {
  const halt = new AbortController();
  let program: Program | null = null;
  const loop = async () => {
    for (let ends = 0; !halt.signal.aborted; ) {
      const startedAt = performance.now();
      program = startProgram(input);
      const how = await program.ended;
      if (halt.signal.aborted) return;
      ends = performance.now() - startedAt > STEADY_MS ? 1 : ends + 1;
      const wait = restartDelay(ends);
      log(`The worker ended (${how}); starting it again in ${wait / 1000} s. Its log: ${input.logFile}`);
      await pause(wait, undefined, { signal: halt.signal }).catch(() => undefined);
    }
  };
  const done = loop();
  return {
    stop: async () => {
      halt.abort();
      await program?.stop();
      await done;
    },
  };
}
