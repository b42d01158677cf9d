import { withAccess } from './access';
import { equalsRebuild, isDrained, setBackHeartbeats } from './figures';
import { judge, type Ledger } from './ledger';
import { POINTS, type Scene } from './points';
import type { Report } from './report';
import type { PlannedKill } from './schedule';
import { until } from './until';
import { killAndWait } from './victims';

const DRAINED_MS = 60_000;
/** More than the five seconds between two heartbeats. */
const DEAD_AFTER_S = 7;

/** Reaches the point, kills, waits until Cadre is back by itself, and holds everything against what it should be. */
export async function killRound(
  { point, victim }: PlannedKill,
  { scene, ledger, report }: { readonly scene: Scene; readonly ledger: Ledger; readonly report: Report },
): Promise<void> {
  const name = `${point}: ${victim}`;
  try {
    const session = await scene.uploads.signIn();
    const reached = await POINTS[point](scene);
    report.count(name, await killAndWait(victim, scene, reached), 1 + reached.kills);
    await Promise.all([scene.imports.calm(), scene.uploads.calm()]);
    if (!(await scene.uploads.isSignedIn(session))) report.fail(`${name}: an acknowledged session is gone`);
    for (const sentence of await inspect(scene, ledger)) report.fail(`${name}: ${sentence}`);
  } catch (error) {
    report.fail(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    await Promise.all([scene.imports.calm(), scene.uploads.calm()]);
    if (scene.instance.shell() === null) scene.instance.start();
    await scene.instance.ready();
  }
}

/** Waits until the queue is empty; what is then not as it should be, one sentence each. */
export async function inspect({ instance, target }: Scene, ledger: Ledger): Promise<string[]> {
  return withAccess(instance.dataDir, async (access) => {
    const isDone = async () => {
      await setBackHeartbeats(access, DEAD_AFTER_S);
      return isDrained(access);
    };
    await until(isDone, { limitMs: DRAINED_MS, what: 'the queue to be worked off' });
    const { half, lost, doubled } = await judge(access.admin, ledger);
    return [
      ...half.map((what) => `half: ${what}`),
      ...lost.map((what) => `acknowledged and lost: ${what}`),
      ...doubled.map((what) => `more than once: ${what}`),
      ...((await equalsRebuild(access, target.organizationId))
        ? []
        : ['figures differ from those of a full rebuild']),
    ];
  });
}
