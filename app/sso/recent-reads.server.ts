const KEPT_MS = 300_000;
const FAILED_MS = 10_000;
const MOST = 200;

/** What was read lately, by key. */
export interface RecentReads<T> {
  /** What the key was read as within the last five minutes, else what read gives now; a failure holds ten seconds. */
  readonly read: (key: string, read: () => Promise<T>) => Promise<T>;
}

interface Entry<T> {
  readonly value: Promise<T>;
  endsAt: number;
}

/**
 * Reads each key at most once at a time and once in a while, however often it is asked for: who presses a button again
 * and again does not make this server ask somebody else again and again.
 * @param clock milliseconds, of any beginning.
 */
export function createRecentReads<T>(clock: () => number = () => performance.now()): RecentReads<T> {
  const entries = new Map<string, Entry<T>>();
  return {
    read(key, read) {
      const known = entries.get(key);
      if (known && clock() < known.endsAt) return known.value;
      const entry: Entry<T> = { value: read(), endsAt: clock() + KEPT_MS };
      entry.value.catch(() => {
        entry.endsAt = clock() + FAILED_MS;
      });
      entries.delete(key);
      entries.set(key, entry);
      const [oldest] = entries.keys();
      if (entries.size > MOST && oldest !== undefined) entries.delete(oldest);
      return entry.value;
    },
  };
}
