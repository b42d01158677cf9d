import { setTimeout as pause } from 'node:timers/promises';
import type { SeededRandom } from '#test/isolation/loss/seeded-random';
import { withAccess } from './access';
import { isDrained } from './figures';
import { holdUntilReached } from './hold';
import type { ImportWriter } from './import-writer';
import type { Instance } from './instance';
import type { Target } from './organization';
import { killHard } from './processes';
import { until } from './until';
import type { UploadWriter } from './upload-writer';

export interface Scene {
  readonly instance: Instance;
  readonly target: Target;
  readonly imports: ImportWriter;
  readonly uploads: UploadWriter;
  readonly random: SeededRandom;
}

/** A point that was reached: everything stands there until it is released. */
export interface Reached {
  /** The backend that stands there; null: none in particular. */
  readonly backend: number | null;
  /** Kills that were needed to come here. */
  readonly kills: number;
  release(): Promise<void>;
}

const RANDOM_MS = 600;
const DRAINED_MS = 60_000;
const NOTHING_HELD: Reached = { backend: null, kills: 0, release: async () => {} };

function go({ imports, uploads }: Scene): void {
  imports.go();
  uploads.go();
}

/** Writers stand still and nothing waits: the next write is the only one, and its job stands for itself. */
async function calm({ imports, uploads, instance }: Scene): Promise<void> {
  await Promise.all([imports.calm(), uploads.calm()]);
  await until(() => withAccess(instance.dataDir, isDrained), { limitMs: DRAINED_MS, what: 'an empty queue' });
}

/** The job of one import stands at a lock; nothing is written afterwards. */
async function inJob(scene: Scene, lock: string): Promise<Reached> {
  await calm(scene);
  const begin = () => scene.imports.once();
  const held = await holdUntilReached(scene.instance.dataDir, { lock, program: 'cadre-worker', begin });
  return { ...held, kills: 0 };
}

/** A client's write stands at a lock. */
async function inWrite(scene: Scene, lock: string, program: string): Promise<Reached> {
  const held = await holdUntilReached(scene.instance.dataDir, { lock, program, begin: () => go(scene) });
  return { ...held, kills: 0 };
}

async function beforeJob(scene: Scene): Promise<Reached> {
  await calm(scene);
  const worker = scene.instance.pid('worker') ?? 0;
  process.kill(worker, 'SIGSTOP');
  const release = async () => {
    if (scene.instance.pid('worker') === worker) process.kill(worker, 'SIGCONT');
  };
  try {
    await scene.imports.once();
    await withAccess(scene.instance.dataDir, async ({ admin }) => {
      const waiting = await admin`select from graphile_worker._private_jobs where locked_by is null`;
      if (waiting.length === 0) throw new Error('an acknowledged import left no job');
    });
    return { ...NOTHING_HELD, release };
  } catch (error) {
    await release();
    throw error;
  }
}

/** A part was killed, its successor has just been started and is not ready. */
async function whileStarting(scene: Scene, part: 'web' | 'worker'): Promise<Reached> {
  go(scene);
  const before = scene.instance.pid(part);
  await killHard(before ? [before] : []);
  const what = `the successor of the ${part}`;
  await until(async () => (scene.instance.pid(part) ?? before) !== before, {
    limitMs: 30_000,
    what,
    everyMs: 5,
  });
  return { ...NOTHING_HELD, kills: 1 };
}

/** The moments at which something is killed. */
export const POINTS = {
  'at a random moment': async (scene: Scene): Promise<Reached> => {
    go(scene);
    await pause(scene.random.below(RANDOM_MS));
    return NOTHING_HELD;
  },
  'acknowledged, the job not begun': beforeJob,
  'job begun, nothing taken': (scene: Scene) => {
    const key = `refresh:${scene.target.organizationId}`;
    return inJob(scene, `select pg_advisory_xact_lock(hashtextextended('${key}', 0))`);
  },
  'job between profiles and cells': (scene: Scene) =>
    inJob(scene, 'lock table heatmap_cells in exclusive mode'),
  'job before its last statement': (scene: Scene) =>
    inJob(scene, 'lock table capability_state in exclusive mode'),
  'in the middle of an import': (scene: Scene) =>
    inWrite(scene, 'lock table ratings in exclusive mode', 'cadre-command'),
  'in the middle of an upload': (scene: Scene) =>
    inWrite(scene, 'lock table own_framework_statements in exclusive mode', 'cadre-web'),
  'web starting again': (scene: Scene) => whileStarting(scene, 'web'),
  'worker starting again': (scene: Scene) => whileStarting(scene, 'worker'),
} as const;

export type PointName = keyof typeof POINTS;
