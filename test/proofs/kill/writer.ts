import { setTimeout as pause } from 'node:timers/promises';

/** A client that keeps writing and counts a write as done only when it was told so. */
export interface Writer {
  /** Lets it write until `calm`. */
  go(): void;
  /** Lets it finish what it is at, tried again until it is acknowledged; resolves when it stands still. */
  calm(): Promise<void>;
  /** One write from beginning to acknowledgement; the writer stands still before and after. */
  once(): Promise<void>;
  /** What went wrong between the kills, in words: answers that no kill explains. */
  readonly wrong: readonly string[];
}

/** What came of one try: told done, told nothing (try again), or told something that no kill explains. */
export type Outcome = 'acknowledged' | 'unclear' | { readonly wrong: string };

export interface Work {
  /** A new write; the number is its own. */
  begin(number: number): { attempt(): Promise<Outcome>; acknowledged(): void };
  /** Called after an unclear try, before the next one: the moment at which a half write would show. */
  afterUnclear(): Promise<void>;
  readonly breathMs: number;
}

const RETRY_MS = 100;
const TRIES = 600;

export function createWriter(work: Work): Writer {
  const wrong: string[] = [];
  let running: Promise<void> = Promise.resolve();
  let isGoing = false;
  let count = 0;
  const write = async () => {
    count += 1;
    const one = work.begin(count);
    for (let tries = 1; tries <= TRIES; tries += 1) {
      const outcome = await one.attempt();
      if (outcome === 'acknowledged') return one.acknowledged();
      if (outcome !== 'unclear') {
        wrong.push(outcome.wrong);
        return;
      }
      await work.afterUnclear();
      await pause(RETRY_MS);
    }
    wrong.push(`write ${count} was never acknowledged`);
  };
  return {
    wrong,
    go() {
      if (isGoing) return;
      isGoing = true;
      running = (async () => {
        while (isGoing) {
          await write();
          await pause(work.breathMs);
        }
      })();
      running.catch((error) => wrong.push(String(error)));
    },
    async calm() {
      isGoing = false;
      await running.catch(() => {});
    },
    once: write,
  };
}
