/** Draws that depend on the seed alone (mulberry32), so that a printed seed replays a run's choices. */
export interface SeededRandom {
  /** A number from 0 up to, not including, 1. */
  next(): number;
  /** A whole number from 0 up to, not including, the limit. */
  below(limit: number): number;
  chance(probability: number): boolean;
}

export function seededRandom(seed: number): SeededRandom {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    below: (limit) => Math.floor(next() * limit),
    chance: (probability) => next() < probability,
  };
}

/** Of an everyday run: the same draws each time, so that a landing is not a matter of chance. */
const EVERYDAY_SEED = 20_261_122;

/** PROOF_SEED when set, else that of every day; it is printed with the figures of the run. */
export function proofSeed(): number {
  const given = Number.parseInt(process.env.PROOF_SEED ?? '', 10);
  return Number.isFinite(given) ? given : EVERYDAY_SEED;
}

/** PROOF_COUNT when set, else the number for an everyday run. */
export function proofCount(everyday: number): number {
  const given = Number.parseInt(process.env.PROOF_COUNT ?? '', 10);
  return Number.isFinite(given) && given > 0 ? given : everyday;
}
