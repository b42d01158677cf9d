import type { Worker } from 'node:worker_threads';
import type { TitleMatch } from '~/modules/occupations/domain/titles/match-title';
import type { TrainingRow } from '~/modules/occupations/queries/title-training';
import { batches } from '~/shared/batches';
import { Unavailable } from '~/shared/errors';
import { openThread } from './open-thread';
import type { FromTitleThread, ToTitleThread } from './thread-message';

/** Titles of one message: those who ask take turns after so many titles, about 100 ms. */
const BATCH = 100;

interface Waiting {
  readonly resolve: (matches: readonly TitleMatch[]) => void;
  readonly reject: (error: Error) => void;
}

const brokeOff = () => new Unavailable('The matching of titles broke off. Try again in a moment.');

/** One thread that matches titles with one release. It keeps no process alive unless it is asked something. */
export class TitleThreadHost {
  readonly #thread: Worker = openThread();
  /** By the number of the question; learning is question 0. */
  readonly #waiting = new Map<number, Waiting>();
  #lives = true;
  #retired = false;
  #busy = 0;
  #asked = 0;

  /** `failed` hears of an error that ended the thread. */
  constructor(failed: (error: unknown) => void) {
    this.#thread.on('message', (message: FromTitleThread) => this.#hear(message));
    this.#thread.on('error', failed).on('exit', () => this.#gone());
    this.#thread.unref();
  }

  /** Whether it can be asked. */
  get lives(): boolean {
    return this.#lives;
  }

  /** Hands it what it learns from; before `learn`. */
  teach(rows: readonly TrainingRow[]): void {
    this.#thread.postMessage({ kind: 'rows', rows } satisfies ToTitleThread);
  }

  /** Resolves once it has learnt. Throws Unavailable when it ended before. */
  async learn(): Promise<void> {
    await this.#whileBusy(() => this.#ask(0, { kind: 'learn' }));
  }

  /**
   * Up to `limit` occupations for each title, in order. Asked while it learns, it answers afterwards.
   * @throws Unavailable when it ended.
   */
  async match(titles: readonly string[], limit: number): Promise<readonly TitleMatch[]> {
    return this.#whileBusy(async () => {
      const matches: TitleMatch[] = [];
      for (const batch of batches(titles, BATCH)) {
        const id = ++this.#asked;
        matches.push(...(await this.#ask(id, { kind: 'match', id, titles: batch, limit })));
      }
      return matches;
    });
  }

  /** Ends it once what it was asked is answered. */
  retire(): void {
    this.#retired = true;
    if (this.#busy === 0) void this.end();
  }

  /** Ends it now. */
  async end(): Promise<void> {
    await this.#thread.terminate();
    this.#gone();
  }

  #ask(id: number, message: ToTitleThread): Promise<readonly TitleMatch[]> {
    if (!this.#lives) return Promise.reject(brokeOff());
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#thread.postMessage(message);
    });
  }

  #hear(message: FromTitleThread): void {
    const id = message.kind === 'matched' ? message.id : 0;
    this.#waiting.get(id)?.resolve(message.kind === 'matched' ? message.matches : []);
    this.#waiting.delete(id);
  }

  async #whileBusy<T>(work: () => Promise<T>): Promise<T> {
    if (this.#busy++ === 0) this.#thread.ref();
    try {
      return await work();
    } finally {
      if (--this.#busy === 0) {
        this.#thread.unref();
        if (this.#retired) void this.end();
      }
    }
  }

  #gone(): void {
    this.#lives = false;
    for (const { reject } of this.#waiting.values()) reject(brokeOff());
    this.#waiting.clear();
  }
}
