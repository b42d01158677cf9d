import { PoolExhausted } from './pool';

export interface FairShareOptions {
  /** Most pieces of work of one party at once while no other party has any. */
  readonly alone: number;
  /** Longest wait for one's turn before the caller is told that the database is busy. */
  readonly waitLimitMs: number;
}

interface Turn {
  readonly begin: () => void;
}

interface Party {
  running: number;
  readonly waiting: Turn[];
}

/**
 * Keeps one party from crowding out the others: each has its own queue, and fewer turns at once while others have work
 * too (half of what it has alone, at least one). What a party may do at once is near what the machine can do at once,
 * so that queues cost it nothing but the order.
 */
export class FairShare {
  readonly #parties = new Map<string, Party>();

  constructor(readonly options: FairShareOptions) {}

  /** Does the work when it is the party's turn. Throws PoolExhausted after the longest wait. */
  async run<T>(name: string, work: () => Promise<T>): Promise<T> {
    const party = this.#parties.get(name) ?? { running: 0, waiting: [] };
    this.#parties.set(name, party);
    if (party.waiting.length > 0 || party.running >= this.#limit) await this.#wait(party);
    else party.running += 1;
    try {
      return await work();
    } finally {
      party.running -= 1;
      if (party.running === 0 && party.waiting.length === 0) this.#parties.delete(name);
      for (const each of this.#parties.values()) this.#admit(each);
    }
  }

  get #limit(): number {
    const { alone } = this.options;
    return this.#parties.size > 1 ? Math.max(1, Math.floor(alone / 2)) : alone;
  }

  #admit(party: Party): void {
    while (party.running < this.#limit) {
      const turn = party.waiting.shift();
      if (!turn) return;
      party.running += 1;
      turn.begin();
    }
  }

  #wait(party: Party): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        party.waiting.splice(party.waiting.indexOf(turn), 1);
        reject(new PoolExhausted());
      }, this.options.waitLimitMs);
      const turn: Turn = {
        begin: () => {
          clearTimeout(timer);
          resolve();
        },
      };
      party.waiting.push(turn);
    });
  }
}
