import { describe, expect, it } from 'vitest';
import { proofCount, proofSeed } from '#test/isolation/loss/seeded-random';
import { runKillProof } from './kill/kill-proof';
import { killsOf } from './kill/report';
import { tellKillProof } from './kill/tell-kill-proof';

const KILLS = proofCount(30);

describe('kill -9 of every part (security.md proof 7)', () => {
  it(
    'keeps every acknowledged write once, leaves nothing half done, and comes back by itself',
    async () => {
      const proof = await runKillProof({ count: KILLS, seed: proofSeed() });
      console.info(tellKillProof(proof));
      expect(proof.report.failures).toEqual([]);
      expect(proof.missed).toEqual([]);
      expect(killsOf(proof.report)).toBeGreaterThanOrEqual(KILLS);
      expect(proof.acknowledged.imports).toBeGreaterThan(0);
      expect(proof.acknowledged.uploads).toBeGreaterThan(0);
    },
    120_000 + KILLS * 30_000,
  );
});
