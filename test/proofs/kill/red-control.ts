import { importAssessments } from '~/modules/assessments/commands/import-assessments';
import { type Access, withAccess } from './access';
import { inspect } from './kill-round';
import { type Batch, type Ledger, makeBatch } from './ledger';
import type { Scene } from './points';
import { killHard } from './processes';
import { until } from './until';

/** Numbers of batches that no writer reaches. */
const FIRST_NUMBER = 2_000;

/** What a product with this fault would leave behind, and the word under which the checker must tell it. */
interface Fault {
  readonly name: string;
  readonly found: RegExp;
}

const FAULTS = {
  half: { name: 'an import in two transactions, killed between them', found: /^half: import/ },
  lost: { name: 'an import acknowledged before its commit', found: /^acknowledged and lost: import/ },
  doubled: { name: 'a try again that writes anew', found: /^more than once: import/ },
  figures: { name: 'a job that counts twice', found: /^figures differ/ },
} as const satisfies Record<string, Fault>;

/** Plants each fault, kills PostgreSQL under them, and gives the names of those that the checker did not find. */
export async function missedFaults(scene: Scene, ledger: Ledger): Promise<string[]> {
  const [half, lost, doubled] = [0, 1, 2].map((n) => makeBatch(FIRST_NUMBER + n, scene.target.colleagues));
  if (!half || !lost || !doubled) throw new Error('three batches');
  const { dataDir } = scene.instance;
  await withAccess(dataDir, async (access) => {
    await take(access, scene, firstHalf(half));
    await take(access, scene, doubled.text);
    await take(access, scene, doubled.text.replaceAll(`,peer,${scene.target.colleagues.rater},`, ',peer,,'));
    await acknowledgeTooEarly(access, scene, lost);
  });
  await scene.instance.ready();
  for (const [batch, acknowledged] of [
    [half, false],
    [doubled, true],
    [lost, true],
  ] as const)
    ledger.batches.set(batch.day, { batch, acknowledged });
  await countTwice(scene);
  const said = await inspect(scene, ledger);
  return Object.values(FAULTS).flatMap(({ name, found }) =>
    said.some((sentence) => found.test(sentence)) ? [] : [name],
  );
}

async function take({ tenant }: Access, { target }: Scene, text: string): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  await tenant(target.organizationId, (ctx) =>
    importAssessments(ctx, { file: 'control.csv', text, today, importedBy: 'control' }),
  );
}

function firstHalf({ text }: Batch): string {
  const lines = text.trimEnd().split('\n');
  return `${lines.slice(0, Math.ceil(lines.length / 2)).join('\n')}\n`;
}

/** The caller was told "done" when the rows were written; then PostgreSQL is killed, and the commit never comes. */
async function acknowledgeTooEarly({ tenant }: Access, scene: Scene, { text }: Batch): Promise<void> {
  const { instance, target } = scene;
  const today = new Date().toISOString().slice(0, 10);
  const before = instance.pid('postgres') ?? 0;
  await tenant(target.organizationId, async (ctx) => {
    await importAssessments(ctx, { file: 'control.csv', text, today, importedBy: 'control' });
    await killHard([before]);
  }).catch(() => {});
  const what = 'PostgreSQL after the control';
  await until(async () => ![null, before].includes(instance.pid('postgres')), { limitMs: 30_000, what });
}

/** Once the queue is worked off, one cell counts somebody twice. */
async function countTwice(scene: Scene): Promise<void> {
  await inspect(scene, { batches: new Map(), uploads: new Map() });
  await withAccess(
    scene.instance.dataDir,
    ({ admin }) =>
      admin`update heatmap_cells set n1 = n1 + 1 where ctid = (select min(ctid) from heatmap_cells)`,
  );
}
