import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** A page that was drawn, and what it was drawn from. */
export interface KeptPage {
  /** The bytes before, between and after the places of the nonce. */
  readonly parts: readonly Buffer[];
  readonly headers: readonly (readonly [string, string])[];
  readonly tag: string;
  /** Snapshot of the database before anything of it was read, as PostgreSQL writes one. */
  readonly snapshot: string;
  /** Since when that server of the database runs. */
  readonly server: string;
}

/** Of one process. */
export interface PageStore {
  get(key: string): KeptPage | undefined;
  set(key: string, page: KeptPage): void;
  delete(key: string): void;
  /** Bytes of the pages that are kept. */
  readonly bytes: number;
}

const MOST_BYTES = 64 * 1024 * 1024;
const MOST_BYTES_OF_ONE = 1024 * 1024;
/** Beside its bytes: key, snapshot, headers. */
const OVERHEAD = 1024;

/** Notes of changes are forgotten after 20 minutes (auth.forget_changes); a day begins somewhere every 15 (slotOf). */
const LONGEST_MS = 15 * 60_000;

/** Keeps pages in memory, those used last, for a quarter of an hour at most. */
export function createPageStore({ mostBytes = MOST_BYTES, longestMs = LONGEST_MS } = {}): PageStore {
  const kept = new LRUCache<string, KeptPage>({
    maxSize: mostBytes,
    maxEntrySize: Math.min(mostBytes, MOST_BYTES_OF_ONE),
    sizeCalculation: ({ parts }) => parts.reduce((sum, { length }) => sum + length, OVERHEAD),
    ttl: longestMs,
    ttlAutopurge: true,
  });
  return {
    get: (key) => kept.get(key),
    set: (key, page) => void kept.set(key, page),
    delete: (key) => void kept.delete(key),
    get bytes() {
      return kept.calculatedSize;
    },
  };
}

/** The quarter of an hour that a moment is in: no time zone begins its days within one. */
export function slotOf(now: Date): number {
  return Math.floor(now.getTime() / LONGEST_MS);
}

/** One key of all that a page rests on beside the organization's data. */
export function keyOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64');
}

/** The bytes of a page around each place of its nonce; of one without, all in one. */
export function partsOf(body: Uint8Array, nonce: string): Buffer[] {
  const whole = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const parts: Buffer[] = [];
  let from = 0;
  for (let at = whole.indexOf(nonce); at >= 0; at = whole.indexOf(nonce, from)) {
    parts.push(whole.subarray(from, at));
    from = at + nonce.length;
  }
  return [...parts, whole.subarray(from)];
}

/** The page with the nonce of another response. */
export function bodyOf(parts: readonly Buffer[], nonce: string): Buffer {
  const between = Buffer.from(nonce);
  return Buffer.concat(parts.flatMap((part, index) => (index === 0 ? [part] : [between, part])));
}
