import { PoolExhausted } from './pool';

export interface FairShareOptions {
  /** Most pieces of work of one party at once while no other party has any. */
  readonly alone: number;
  /** Most pieces of work of one party at once while others have some; half of `alone`, at least one, when left out. */
  readonly beside?: number;
  /** Milliseconds for which a party counts as having work after its last piece has ended; none when left out. */
  readonly presentMs?: number;
  /** Whether who has pieces waiting lets parties go first that have none; not when left out. */
  readonly yields?: {
    /** Milliseconds for which a party counts as having a piece after its last one has ended. */
    readonly lingerMs: number;
    /** Most milliseconds between two pieces of who waits. */
    readonly mostMs: number;
  };
  /** Parties that do not narrow others; none when left out. */
  readonly aside?: (name: string) => boolean;
  /** Longest wait for one's turn before the caller is told that the database is busy. */
  readonly waitLimitMs: number;
  /** Most pieces of one party that wait; without a bound when left out. */
  readonly waitingLimit?: number;
  /** What a caller is told who waited too long or finds too many waiting; PoolExhausted when left out. */
  readonly refuse?: () => Error;
}

interface Turn {
  readonly begin: () => void;
}

interface Party {
  readonly isAside: boolean;
  running: number;
  /** When its last pieces began and ended, milliseconds of the monotonic clock. */
  begunAt: number;
  endedAt: number;
  /** Until when it counts as having work, milliseconds of the monotonic clock. */
  presentUntil: number;
  readonly waiting: Turn[];
}

/**
 * Keeps one party from crowding out the others: each has its own queue, and fewer turns at once while others have work
 * too. What a party may do at once is near what the machine can do at once, so that queues cost it nothing but the
 * order.
 */
export class FairShare {
  readonly #parties = new Map<string, Party>();
  #later: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly options: FairShareOptions) {}

  /** Does the work when it is the party's turn. Throws what `refuse` says after the longest wait. */
  async run<T>(name: string, work: () => Promise<T>): Promise<T> {
    const leave = await this.enter(name);
    try {
      return await work();
    } finally {
      leave();
    }
  }

  /**
   * Resolves when it is the party's turn, to what gives the turn back (once; again does nothing). Throws what `refuse`
   * says after the longest wait, where too many wait, and when the signal is given while it waits.
   */
  async enter(name: string, signal?: AbortSignal): Promise<() => void> {
    const party = this.#parties.get(name) ?? this.#newParty(name);
    this.#parties.set(name, party);
    if (party.waiting.length > 0 || party.running >= this.#limit(party)) await this.#wait(party, signal);
    else begin(party);
    let held = true;
    return () => {
      if (held) this.#leave(party);
      held = false;
    };
  }

  /** How many pieces of work run and wait, of all parties. */
  get use(): { readonly running: number; readonly waiting: number } {
    const parties = [...this.#parties.values()];
    return {
      running: parties.reduce((sum, { running }) => sum + running, 0),
      waiting: parties.reduce((sum, { waiting }) => sum + waiting.length, 0),
    };
  }

  #newParty(name: string): Party {
    return {
      isAside: this.options.aside?.(name) ?? false,
      running: 0,
      begunAt: 0,
      endedAt: 0,
      presentUntil: 0,
      waiting: [],
    };
  }

  #leave(party: Party): void {
    const now = performance.now();
    party.running -= 1;
    party.endedAt = now;
    party.presentUntil = now + (this.options.presentMs ?? 0);
    for (const [name, each] of this.#parties) if (!isPresent(each, now)) this.#parties.delete(name);
    this.#admit();
  }

  #admit(): void {
    clearTimeout(this.#later);
    let later = Number.POSITIVE_INFINITY;
    for (const each of this.#parties.values()) {
      while (each.waiting.length > 0 && each.running < this.#limit(each)) {
        const yieldsMs = this.#yieldsMs(each);
        later = Math.min(later, yieldsMs > 0 ? yieldsMs : later);
        if (yieldsMs > 0) break;
        begin(each);
        each.waiting.shift()?.begin();
      }
    }
    if (Number.isFinite(later)) this.#later = setTimeout(() => this.#admit(), later);
  }

  /** Milliseconds for which a party with pieces waiting lets others go first; 0: it is its turn. */
  #yieldsMs(party: Party): number {
    if (!this.options.yields) return 0;
    const { lingerMs, mostMs } = this.options.yields;
    const now = performance.now();
    const most = party.begunAt + mostMs - now;
    const others = [...this.#parties.values()].filter(
      (other) => other !== party && !other.isAside && other.waiting.length === 0,
    );
    const first = Math.max(
      0,
      ...others.map(({ running, endedAt }) => (running > 0 ? mostMs : endedAt + lingerMs - now)),
    );
    return Math.min(most, first);
  }

  #limit(party: Party): number {
    const { alone, beside = Math.max(1, Math.floor(alone / 2)) } = this.options;
    const now = performance.now();
    for (const other of this.#parties.values()) {
      if (other !== party && !other.isAside && isPresent(other, now)) return beside;
    }
    return alone;
  }

  #wait(party: Party, signal?: AbortSignal): Promise<void> {
    const { waitLimitMs, waitingLimit = Number.POSITIVE_INFINITY, refuse } = this.options;
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        settle();
        const at = party.waiting.indexOf(turn);
        if (at >= 0) party.waiting.splice(at, 1);
        reject(refuse?.() ?? new PoolExhausted());
      };
      const settle = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', giveUp);
      };
      const turn: Turn = {
        begin: () => {
          settle();
          resolve();
        },
      };
      const timer = setTimeout(giveUp, waitLimitMs);
      if (signal?.aborted || party.waiting.length >= waitingLimit) return giveUp();
      signal?.addEventListener('abort', giveUp);
      party.waiting.push(turn);
    });
  }
}

const isPresent = ({ running, waiting, presentUntil }: Party, now: number) =>
  running > 0 || waiting.length > 0 || presentUntil > now;

function begin(party: Party): void {
  party.running += 1;
  party.begunAt = performance.now();
}
