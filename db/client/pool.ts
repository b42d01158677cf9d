import { ConnectionLost } from './connection-lost';
import { Slot, type SlotOptions } from './slot';

export interface PoolOptions extends SlotOptions {
  readonly size: number;
  /** Longest wait for a free slot before the caller is told that the database is busy. */
  readonly acquireTimeoutMs: number;
}

interface Waiter {
  readonly give: (slot: Slot) => void;
  readonly fail: (error: Error) => void;
}

/** No slot became free in time. */
export class PoolExhausted extends Error {
  constructor() {
    super('all database connections are in use');
    this.name = 'PoolExhausted';
  }
}

/** A pool of single-connection slots. A slot is given to one holder at a time; a dead slot is never given again. */
export class Pool {
  readonly #idle: Slot[] = [];
  readonly #waiting: Waiter[] = [];
  readonly #held = new Set<Slot>();
  #opening = 0;
  #closed = false;

  constructor(readonly options: PoolOptions) {}

  /** A live slot, opened when none is idle. The caller gives it back with release. */
  async acquire(): Promise<Slot> {
    if (this.#closed) throw new ConnectionLost();
    for (let slot = this.#idle.pop(); slot; slot = this.#idle.pop()) {
      if (!slot.dead) return this.#hold(slot);
    }
    if (this.#held.size + this.#opening < this.options.size) return this.#open();
    return this.#wait();
  }

  /** Takes the slot back; a dead one is thrown away and a waiter gets a fresh one. */
  release(slot: Slot): void {
    if (!this.#held.delete(slot)) return;
    const waiter = this.#waiting.shift();
    if (this.#closed || slot.dead) {
      slot.destroy();
      if (waiter) this.#open().then(waiter.give, waiter.fail);
    } else if (waiter) {
      waiter.give(this.#hold(slot));
    } else {
      this.#idle.push(slot);
    }
  }

  /** Waits for nobody: idle slots close now, held ones when they come back. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const waiter of this.#waiting.splice(0)) waiter.fail(new ConnectionLost());
    await Promise.all(this.#idle.splice(0).map((slot) => slot.close()));
  }

  async #open(): Promise<Slot> {
    this.#opening += 1;
    try {
      return this.#hold(await Slot.open(this.options));
    } finally {
      this.#opening -= 1;
    }
  }

  #hold(slot: Slot): Slot {
    this.#held.add(slot);
    return slot;
  }

  #wait(): Promise<Slot> {
    return new Promise<Slot>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
        reject(new PoolExhausted());
      }, this.options.acquireTimeoutMs);
      const waiter: Waiter = {
        give: (slot) => {
          clearTimeout(timer);
          resolve(slot);
        },
        fail: (error) => {
          clearTimeout(timer);
          reject(error);
        },
      };
      this.#waiting.push(waiter);
    });
  }
}
