import { ConnectionLost } from './connection-lost';
import { Slot, type SlotOptions } from './slot';

export interface PoolOptions extends SlotOptions {
  readonly size: number;
  /** Longest wait for a free slot before the caller is told that the database is busy. */
  readonly acquireTimeoutMs: number;
}

/** A pool at one moment. */
export interface PoolUse {
  readonly size: number;
  readonly held: number;
  readonly idle: number;
  readonly opening: number;
  readonly waiting: number;
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

  /** How many connections are held, idle and being opened, and how many callers wait for one. */
  get use(): PoolUse {
    return {
      size: this.options.size,
      held: this.#held.size,
      idle: this.#idle.length,
      opening: this.#opening,
      waiting: this.#waiting.length,
    };
  }

  /** A live slot, opened when none is idle. The caller gives it back with release. */
  async acquire(): Promise<Slot> {
    if (this.#closed) throw new ConnectionLost();
    for (let slot = this.#idle.pop(); slot; slot = this.#idle.pop()) {
      if (!slot.dead) return this.#hold(slot);
    }
    if (!this.#hasRoom) return this.#wait();
    return this.#open().catch((error) => {
      this.#openForWaiter();
      throw error;
    });
  }

  get #hasRoom(): boolean {
    return this.#held.size + this.#opening < this.options.size;
  }

  /** Takes the slot back; a dead one is thrown away and a waiter gets a fresh one. */
  release(slot: Slot): void {
    if (!this.#held.delete(slot)) return;
    if (this.#closed || slot.dead) {
      slot.destroy();
      this.#openForWaiter();
    } else {
      this.#offer(slot);
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

  /** Gives a live slot to who waits longest, else keeps it. */
  #offer(slot: Slot): void {
    const waiter = this.#waiting.shift();
    if (waiter) waiter.give(this.#hold(slot));
    else this.#idle.push(slot);
  }

  /** A waiter stays in the queue, with its own time limit, until the slot that is opened for it is there. */
  #openForWaiter(): void {
    if (this.#waiting.length === 0 || !this.#hasRoom) return;
    this.#open().then(
      (slot) => this.release(slot),
      (error: Error) => {
        this.#waiting.shift()?.fail(error);
        this.#openForWaiter();
      },
    );
  }

  #hold(slot: Slot): Slot {
    this.#held.add(slot);
    return slot;
  }

  #wait(): Promise<Slot> {
    return new Promise<Slot>((resolve, reject) => {
      const timer = setTimeout(() => {
        const place = this.#waiting.indexOf(waiter);
        if (place >= 0) this.#waiting.splice(place, 1);
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
