import { parseArgs } from 'node:util';
import { benchAudit } from './audit';
import type { BenchSize } from './bench-size';
import { benchCycles } from './cycles';
import { benchFresh } from './fresh';
import { benchHeatmap } from './heatmap';
import { benchImport } from './import';
import { benchMapping } from './mapping';
import { benchNoisy } from './noisy';
import { benchPages } from './pages';
import { benchPeople } from './people';
import { benchRebuild } from './rebuild';
import { benchSubmit } from './submit';
import { benchBulk } from './titles/bulk';

/** The benches by name, in the order of a run of all; each makes the same data every time and prints what it finds. */
const BENCHES: ReadonlyMap<string, (size: BenchSize) => Promise<void>> = new Map([
  ['heatmap', benchHeatmap],
  ['fresh', benchFresh],
  ['rebuild', benchRebuild],
  ['people', benchPeople],
  ['import', benchImport],
  ['mapping', benchMapping],
  ['cycles', benchCycles],
  ['submit', benchSubmit],
  ['pages', benchPages],
  ['noisy', benchNoisy],
  ['audit', benchAudit],
  [
    'titles',
    async () => {
      await import('./titles');
      await benchBulk();
    },
  ],
]);
const USAGE = 2;
const USAGE_TEXT = `Usage: npm run bench [-- [${[...BENCHES.keys()].join(' | ')}] ... [--people N]]
Without a name all of them run, one after the other. --people is the size of the organization of heatmap, fresh,
rebuild and people (100000 when it is left out).
`;

await runBenches();

/** Runs the benches named, or all; one that fails is told at the end and does not keep others from running. */
async function runBenches(): Promise<void> {
  const asked = readArguments();
  if (asked === null) {
    process.stderr.write(USAGE_TEXT);
    process.exitCode = USAGE;
    return;
  }
  const failed: string[] = [];
  for (const [name, bench] of asked.benches)
    await bench(asked.size).catch((error: unknown) => {
      failed.push(name);
      console.error(error);
    });
  if (failed.length === 0) return;
  console.error(`failed: ${failed.join(', ')}`);
  // A bench that broke off may have left a worker behind.
  process.exit(1);
}

/** Null for what cannot be meant. */
function readArguments() {
  const { values, positionals } = parseArgs({
    ...{ args: process.argv.slice(2), strict: false, allowPositionals: true },
    options: { people: { type: 'string' } },
  });
  const { people: size, ...unknown } = values;
  const people = size === undefined ? undefined : Number(size);
  const isSize = people === undefined || (Number.isInteger(people) && people >= 1_000 && people <= 100_000);
  const isKnown = Object.keys(unknown).length === 0 && positionals.every((name) => BENCHES.has(name));
  if (!isSize || !isKnown) return null;
  const names = new Set(positionals.length > 0 ? positionals : BENCHES.keys());
  return { size: { people }, benches: [...BENCHES].filter(([name]) => names.has(name)) };
}
