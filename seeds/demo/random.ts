/** A stream of pseudo-random draws that depends on its seed alone. */
export interface Random {
  /** A number from 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  integer(min: number, max: number): number;
  chance(probability: number): boolean;
  /** One entry of a list; throws an Error when the list is empty. */
  pick<T>(list: readonly T[]): T;
  /** One value, as often as its weight says; throws an Error when no weight is above 0. */
  weighted<T>(entries: readonly (readonly [value: T, weight: number])[]): T;
  /** A draw from the normal distribution (Box-Muller). */
  normal(mean: number, deviation: number): number;
}

/** FNV-1a, 32 bits: turns the words of a seed into the first state. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash >>> 0;
}

/** mulberry32: 32 bits of state, one number per step. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The stream of a seed in words, for example `demo:E0001:abilities`; the same words give the same draws. */
export function createRandom(seed: string): Random {
  const next = mulberry32(hashOf(seed));
  const pick = <T>(list: readonly T[]): T => {
    const index = Math.floor(next() * list.length);
    if (index >= list.length) throw new Error('Nothing to pick from: the list is empty.');
    return list[index] as T;
  };
  return {
    next,
    pick,
    integer: (min, max) => min + Math.floor(next() * (max - min + 1)),
    chance: (probability) => next() < probability,
    weighted: (entries) => {
      const possible = entries.filter(([, weight]) => weight > 0);
      let left = next() * possible.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of possible) {
        left -= weight;
        if (left < 0) return value;
      }
      return pick(possible.slice(-1))[0];
    },
    normal: (mean, deviation) =>
      mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}
