import { parseArgs } from 'node:util';
import { proofCount, proofSeed } from '#test/isolation/loss/seeded-random';
import { runKillProof } from './kill/kill-proof';
import { tellKillProof } from './kill/tell-kill-proof';

interface ProofOptions {
  readonly count: number;
  readonly seed: number;
}

/** Each proof that can be run by itself: prints its figures, resolves to whether it holds. */
const PROOFS: Readonly<Record<string, (options: ProofOptions) => Promise<boolean>>> = {
  kill: async (options) => {
    const proof = await runKillProof({ ...options, progress: (line) => console.log(line) });
    console.log(tellKillProof(proof));
    return proof.report.failures.length === 0 && proof.missed.length === 0;
  },
};

const USAGE = `Usage: npm run prove -- <${Object.keys(PROOFS).join('|')}> [--count n] [--seed n]`;
const EVERYDAY = 30;

/** Exit 0: the proof holds; 1: it does not; 2: used wrongly. */
async function main(): Promise<number> {
  const asked = readArguments();
  const proof = asked && PROOFS[asked.name];
  if (!proof) {
    console.error(USAGE);
    return 2;
  }
  return (await proof(asked)) ? 0 : 1;
}

function readArguments(): (ProofOptions & { readonly name: string }) | null {
  try {
    const { values, positionals } = parseArgs({
      options: { count: { type: 'string' }, seed: { type: 'string' } },
      allowPositionals: true,
    });
    const count = values.count === undefined ? proofCount(EVERYDAY) : Number(values.count);
    const seed = values.seed === undefined ? proofSeed() : Number(values.seed);
    const [name] = positionals;
    const isRight =
      positionals.length === 1 && Number.isInteger(count) && count > 0 && Number.isInteger(seed);
    return isRight && name ? { name, count, seed } : null;
  } catch {
    return null;
  }
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.stack : error);
  return 1;
});
process.exit();
