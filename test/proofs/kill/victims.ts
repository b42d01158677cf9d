import { withAccess } from './access';
import { setBackHeartbeats } from './figures';
import type { Part } from './instance';
import type { Reached, Scene } from './points';
import { killHard } from './processes';
import { until } from './until';

const BACK_MS = 30_000;

/** What is killed: the ids of its processes at this moment, and how to know that it is back without a hand. */
interface Victim {
  find(scene: Scene, reached: Reached): Promise<readonly number[]>;
  /** Resolves when the successor is there; `killed` are the ids from `find`. */
  back(scene: Scene, killed: readonly number[]): Promise<unknown>;
}

const part = (name: Part): Victim => ({
  find: async ({ instance }) => [instance.pid(name) ?? 0].filter(Boolean),
  back: ({ instance }, killed) =>
    until(
      async () => {
        const pid = instance.pid(name);
        return pid !== null && !killed.includes(pid);
      },
      { limitMs: BACK_MS, what: `a new ${name}` },
    ),
});

/** So that the successor does not wait half a minute for a dead worker's job; all else is the product's own way. */
async function forgetWorkers(dataDir: string): Promise<boolean> {
  await withAccess(dataDir, (access) => setBackHeartbeats(access, 0));
  return true;
}

/** After these, somebody (or the system) has to give the command npm start again, and nothing else. */
const startAgain: Victim['back'] = async ({ instance }) => {
  instance.start();
  await until(() => forgetWorkers(instance.dataDir), {
    limitMs: BACK_MS * 2,
    what: 'PostgreSQL after npm start',
  });
  await until(async () => instance.pid('web') !== null, {
    limitMs: BACK_MS * 2,
    what: `npm start after kill -9 of it; it said ${instance.said().slice(-1_500)}`,
  });
};

async function anyBackend({ instance, random }: Scene): Promise<number> {
  return withAccess(instance.dataDir, async ({ admin }) => {
    const rows = await admin<{ pid: number }[]>`
      select pid from pg_stat_activity
       where application_name in ('cadre-web', 'cadre-worker', 'cadre-command') order by pid`;
    return rows[random.below(rows.length)]?.pid ?? 0;
  });
}

/** The processes that can be killed. */
export const VICTIMS = {
  web: part('web'),
  worker: part('worker'),
  postgres: part('postgres'),
  'one backend': {
    find: async (scene, reached) => [reached.backend ?? (await anyBackend(scene))].filter(Boolean),
    back: ({ instance }) =>
      until(() => withAccess(instance.dataDir, async ({ admin }) => (await admin`select`).length === 1), {
        limitMs: BACK_MS,
        what: 'PostgreSQL after the loss of a backend',
      }),
  },
  'cadre import': {
    find: async ({ imports }) => {
      await until(async () => imports.pid() !== null, { limitMs: BACK_MS, what: 'an import', everyMs: 1 });
      return [imports.pid() ?? 0].filter(Boolean);
    },
    back: async () => {},
  },
  'npm start alone': {
    find: async ({ instance }) => {
      const start = instance.pid('start');
      return [instance.shell(), start].flatMap((pid) => pid ?? []);
    },
    back: startAgain,
  },
  everything: {
    find: async ({ instance, imports }) => [...instance.everything(), ...[imports.pid() ?? []].flat()],
    back: startAgain,
  },
} as const satisfies Record<string, Victim>;

export type VictimName = keyof typeof VICTIMS;

/** Kills it with kill -9, lets go of the point, and waits until Cadre is whole again; gives the milliseconds. */
export async function killAndWait(name: VictimName, scene: Scene, reached: Reached): Promise<number> {
  const victim: Victim = VICTIMS[name];
  const pids = await victim.find(scene, reached);
  if (pids.length === 0) throw new Error(`there was no ${name} to kill`);
  const started = performance.now();
  await killHard(pids);
  await reached.release();
  if (name === 'worker') await forgetWorkers(scene.instance.dataDir);
  await victim.back(scene, pids);
  await scene.instance.ready();
  return performance.now() - started;
}
