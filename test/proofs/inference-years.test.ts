import { describe, expect, it } from 'vitest';
import { proofCount, proofSeed, seededRandom } from '#test/isolation/loss/seeded-random';
import { attack } from './inference/attack';
import type { ViewerName } from './inference/organization';
import { simulateYear } from './inference/simulated-year';
import { type System, systemOf } from './inference/system';
import { RATED } from './inference/year';

/** Simulated years for each one of the count; the everyday run lives through none (inference.test.ts does). */
const YEARS = proofCount(1);
const SEED = proofSeed();
const SIZE = 300;
const YEAR_MS = 600_000;
/** A year in which a director who forgets determines four people. */
const FORGETFUL_SEED = 2;

describe.runIf(YEARS > 1)('many years of an organization in memory (security.md proof 12)', () => {
  const systemsOf = (seed: number, { k, remembers }: { k: number; remembers: boolean }) =>
    [...simulateYear(seededRandom(seed), { size: SIZE, k, remembers })].flatMap(([name, told]) =>
      RATED.map((dimension): [ViewerName, string, System] => [name, dimension, systemOf(told[dimension])]),
    );

  it(
    'tell nobody of fewer than k people',
    () => {
      const failures: string[] = [];
      for (let year = 0; year < YEARS; year += 1) {
        const k = year % 2 === 0 ? 5 : 10;
        for (const [name, dimension, system] of systemsOf(SEED + year, { k, remembers: true })) {
          const { tried, open, bounded, determined } = attack(system, k);
          const of = `simulated year ${year + 1}, k ${k}, ${name}, ${dimension}`;
          console.info(`inference: ${of}: ${tried} sets, ${open} open, ${bounded} bounded`);
          failures.push(...determined.map((what) => `${of}: ${what}`));
        }
      }
      expect(failures).toEqual([]);
    },
    YEARS * YEAR_MS,
  );

  it(
    'red control: a director whose cuts forget who was read determines some',
    () => {
      const system = systemsOf(FORGETFUL_SEED, { k: 5, remembers: false }).find(
        ([name, dimension]) => name === 'director' && dimension === 'leadership',
      )?.[2];
      expect(system && attack(system, 5).determined).not.toEqual([]);
    },
    YEAR_MS,
  );
});
