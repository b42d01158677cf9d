import { benchAudit } from './audit';
import { benchCycles } from './cycles';
import { benchFresh } from './fresh';
import { benchHeatmap } from './heatmap';
import { benchImport } from './import';
import { benchMapping } from './mapping';
import { benchNoisy } from './noisy';
import { benchPeople } from './people';
import { benchSubmit } from './submit';
import { benchBulk } from './titles/bulk';

/** The benches by name; each prints what it finds. */
const BENCHES: ReadonlyMap<string, () => Promise<void>> = new Map([
  ['audit', benchAudit],
  ['cycles', benchCycles],
  ['heatmap', benchHeatmap],
  ['fresh', benchFresh],
  ['import', benchImport],
  ['mapping', benchMapping],
  ['noisy', benchNoisy],
  ['people', benchPeople],
  ['submit', benchSubmit],
  [
    'titles',
    async () => {
      await import('./titles');
      await benchBulk();
    },
  ],
]);
const USAGE = 2;

const [wanted = '', ...rest] = process.argv.slice(2);
const bench = rest.length === 0 ? BENCHES.get(wanted) : undefined;
if (bench) await bench();
else {
  process.stderr.write(`Usage: npm run bench -- ${[...BENCHES.keys()].join(' | ')}\n`);
  process.exitCode = USAGE;
}
