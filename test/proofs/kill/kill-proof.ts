import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { seededRandom } from '#test/isolation/loss/seeded-random';
import { PROJECT_ROOT, withBuild } from '#test/setup/web-build';
import { withAccess } from './access';
import { forgetFigures } from './figures';
import { killFirstStart } from './first-start';
import { createImportWriter } from './import-writer';
import { type Instance, openInstance } from './instance';
import { inspect, killRound } from './kill-round';
import { emptyLedger, type Ledger } from './ledger';
import { makeTarget } from './organization';
import type { Scene } from './points';
import { missedFaults } from './red-control';
import { emptyReport, killsOf, type Report } from './report';
import { planKills } from './schedule';
import { createUploadWriter } from './upload-writer';

/** A first start is killed five times; of so many kills one round of them. */
const KILLS_A_FIRST_START = 40;
const MOST_TURNS = 6;

export interface KillProofOptions {
  readonly count: number;
  readonly seed: number;
  /** Told after each kill. */
  readonly progress?: (line: string) => void;
}

export interface KillProof {
  readonly report: Report;
  readonly acknowledged: { readonly imports: number; readonly uploads: number };
  /** Planted faults that the checker did not find. */
  readonly missed: readonly string[];
}

/**
 * Proof 7 of the design: kill -9 of each part and of everything, at random and at named points, while acknowledged
 * writes go on. Starts the real thing on a data folder of its own.
 */
export async function runKillProof({ count, seed, progress }: KillProofOptions): Promise<KillProof> {
  const report = emptyReport(seed);
  const random = seededRandom(seed);
  await withBuild(async () => {});
  let instance = await openInstance();
  try {
    await killFirstStart(instance, 2 + random.below(MOST_TURNS), report);
    for (let done = KILLS_A_FIRST_START; done + KILLS_A_FIRST_START <= count; done += KILLS_A_FIRST_START) {
      await instance.remove();
      instance = await openInstance();
      await killFirstStart(instance, 2 + random.below(MOST_TURNS), report);
      progress?.(`${killsOf(report)} kills, ${report.failures.length} failures`);
    }
    const target = await makeTarget(instance);
    const ledger = emptyLedger();
    const imports = createImportWriter(instance, target, ledger);
    const uploads = createUploadWriter(instance, target, ledger);
    const scene: Scene = { instance, target, imports, uploads, random };
    for (const planned of planKills(count, random)) {
      if (killsOf(report) >= count) break;
      await killRound(planned, { scene, ledger, report });
      progress?.(
        `${killsOf(report)} kills, ${report.failures.length} failures: ${planned.point}, ${planned.victim}`,
      );
    }
    await rebuild(scene, ledger, report);
    for (const sentence of [...imports.wrong, ...uploads.wrong, ...imports.half]) report.fail(sentence);
    const acknowledged = countAcknowledged(ledger);
    return { report, acknowledged, missed: await missedFaults(scene, ledger) };
  } finally {
    await instance.remove();
  }
}

/** All figures are thrown away and made again by `cadre rebuild` and the worker. */
async function rebuild(scene: Scene, ledger: Ledger, report: Report): Promise<void> {
  const { instance, target } = scene;
  await withAccess(instance.dataDir, forgetFigures);
  runCommand(instance, ['rebuild', '--org', target.slug]);
  for (const sentence of await inspect(scene, ledger)) report.fail(`cadre rebuild: ${sentence}`);
}

function runCommand({ env }: Instance, args: readonly string[]): void {
  const script = path.join(PROJECT_ROOT, 'build/cadre.js');
  const { status, stderr } = spawnSync(process.execPath, [script, ...args], { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`cadre ${args.join(' ')} failed: ${stderr}`);
}

function countAcknowledged({ batches, uploads }: Ledger): KillProof['acknowledged'] {
  const count = (entries: Iterable<{ acknowledged: boolean }>) =>
    [...entries].filter(({ acknowledged }) => acknowledged).length;
  return { imports: count(batches.values()), uploads: count(uploads.values()) };
}
