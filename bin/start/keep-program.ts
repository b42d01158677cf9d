import { setTimeout as pause } from 'node:timers/promises';
import { type Program, type ProgramInput, startProgram } from './start-program';

export interface Keeper {
  /** Begins the sentences about the program: "The worker". */
  readonly name: string;
  readonly log: (sentence: string) => void;
}

export interface KeptProgram {
  /** Resolves with one sentence when the program was given up. */
  readonly lost: Promise<string>;
  stop(): Promise<void>;
}

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 30_000;
/** Ends in a row before it was ready, after which a program is given up: one that never ran, and one that did. */
const TRIES_AT_FIRST = 5;
const TRIES_LATER = 12;

/** Milliseconds before the next start after so many ends in a row before it was ready: doubling, at most 30 s. */
export function restartDelay(inVain: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** inVain);
}

/** Runs a program and starts it again whenever it ends, until `stop` or until it ends again and again unready. */
export function keepProgram(input: ProgramInput, { name, log }: Keeper): KeptProgram {
  const halt = new AbortController();
  let program: Program | null = null;
  const keep = async (): Promise<string | null> => {
    let wasEverReady = false;
    for (let inVain = 0; !halt.signal.aborted; ) {
      program = startProgram(input);
      const wasReady = await Promise.race([program.ready.then(() => true), program.ended.then(() => false)]);
      const how = await program.ended;
      if (halt.signal.aborted) return null;
      wasEverReady ||= wasReady;
      inVain = wasReady ? 0 : inVain + 1;
      if (inVain >= (wasEverReady ? TRIES_LATER : TRIES_AT_FIRST))
        return `${name} ended ${inVain} times before it was ready (${how}); see ${input.logFile}.`;
      const wait = restartDelay(inVain);
      log(`${name} ended (${how}); starting it again in ${wait / 1000} s. Its log: ${input.logFile}`);
      await pause(wait, undefined, { signal: halt.signal }).catch(() => undefined);
    }
    return null;
  };
  const done = keep();
  return {
    lost: done.then((sentence) => sentence ?? new Promise(() => undefined)),
    stop: async () => {
      halt.abort();
      await program?.stop();
      await done;
    },
  };
}
