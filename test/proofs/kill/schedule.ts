import type { SeededRandom } from '#test/isolation/loss/seeded-random';
import type { PointName } from './points';
import type { VictimName } from './victims';

export interface PlannedKill {
  readonly point: PointName;
  readonly victim: VictimName;
}

/** Which victims make sense at which point. */
const VICTIMS_AT: Readonly<Record<PointName, readonly VictimName[]>> = {
  'at a random moment': [
    'web',
    'worker',
    'postgres',
    'one backend',
    'cadre import',
    'npm start alone',
    'everything',
  ],
  'acknowledged, the job not begun': ['worker', 'postgres', 'everything'],
  'job begun, nothing taken': ['worker', 'one backend'],
  'job between profiles and cells': ['worker', 'one backend', 'postgres', 'everything'],
  'job before its last statement': ['worker', 'postgres'],
  'in the middle of an import': ['cadre import', 'one backend', 'postgres'],
  'in the middle of an upload': ['web', 'one backend'],
  'web starting again': ['web'],
  'worker starting again': ['worker'],
};

const DECK: readonly PlannedKill[] = (Object.keys(VICTIMS_AT) as PointName[]).flatMap((point) =>
  VICTIMS_AT[point].map((victim) => ({ point, victim })),
);

/** So many kills: every pair of point and victim once in an order of the seed's, then again in another. */
export function planKills(count: number, random: SeededRandom): readonly PlannedKill[] {
  const plan: PlannedKill[] = [];
  while (plan.length < count) plan.push(...shuffled(DECK, random));
  return plan.slice(0, count);
}

function shuffled<T>(items: readonly T[], random: SeededRandom): T[] {
  const left = [...items];
  const order: T[] = [];
  while (left.length > 0) order.push(...left.splice(random.below(left.length), 1));
  return order;
}
