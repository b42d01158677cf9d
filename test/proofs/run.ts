import { parseArgs } from 'node:util';
import { proofCount, proofSeed } from '#test/isolation/loss/seeded-random';
import { runKillProof } from './kill/kill-proof';
import { tellKillProof } from './kill/tell-kill-proof';
import { runProofFiles } from './run-proof-files';

interface ProofOptions {
  /** What --count and --seed say; undefined when they are left out. */
  readonly count: number | undefined;
  readonly seed: number | undefined;
}

type Proof = (options: ProofOptions) => Promise<boolean>;

const EVERYDAY_KILLS = 30;
const files =
  (...names: readonly string[]): Proof =>
  (options) =>
    runProofFiles(
      names.map((name) => `test/${name}.test.ts`),
      options,
    );

/** Each proof that can be run by itself: prints its figures, resolves to whether it holds. */
const PROOFS: Readonly<Record<string, Proof>> = {
  kill: async ({ count = proofCount(EVERYDAY_KILLS), seed = proofSeed() }) => {
    const proof = await runKillProof({ count, seed, progress: (line) => console.log(line) });
    console.log(tellKillProof(proof));
    return proof.report.failures.length === 0 && proof.missed.length === 0;
  },
  matrix: files(
    'integration/http/role-matrix',
    'integration/http/action-matrix',
    'integration/http/deleted-ids',
    'proofs/organizations',
  ),
  sessions: files(
    'integration/http/sessions',
    'integration/http/passwords',
    'integration/http/second-factor',
    'integration/http/rights-during-body',
  ),
  canaries: files('proofs/canaries'),
  erasure: files('proofs/erasure'),
  'non-interference': files('proofs/non-interference'),
  mutants: files('isolation/mutants', 'proofs/permission-mutants'),
  'cross-site': files('integration/http/cross-site'),
  audit: files('integration/audit/tampering'),
  inference: files('proofs/inference', 'proofs/inference-years', 'integration/released-surfaces'),
  malformed: files('proofs/malformed'),
  'sign-in': files('proofs/sign-in'),
  'stored-script': files('proofs/stored-script'),
  'mass-assignment': files('proofs/mass-assignment'),
  imports: files('proofs/imports'),
  health: files('integration/http/headers', 'proofs/health'),
};

const USAGE = `Usage: npm run prove -- <${Object.keys(PROOFS).join('|')}> [--count n] [--seed n]`;

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
    const count = values.count === undefined ? undefined : Number(values.count);
    const seed = values.seed === undefined ? undefined : Number(values.seed);
    const [name] = positionals;
    const isRight =
      positionals.length === 1 &&
      (count === undefined || (Number.isInteger(count) && count > 0)) &&
      (seed === undefined || Number.isInteger(seed));
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
