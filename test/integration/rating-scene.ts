import { randomUUID } from 'node:crypto';
import type { TenantContext } from '#db/tenancy';
import type { TestDatabase } from '#test/setup/database';
import type { CellSave } from '~/modules/assessments/commands/save-cell';
import { saveCell } from '~/modules/assessments/commands/save-cell';
import { type Submission, submitRatings } from '~/modules/assessments/commands/submit-ratings';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { contestScene } from './contest-scene';

export type RatingScene = Awaited<ReturnType<typeof ratingScene>>;

export interface SceneCycle {
  readonly people: readonly string[];
  /** Approved peers: who rates whom. */
  readonly peers?: readonly (readonly [string, string])[];
  readonly state?: string;
  readonly closesOn?: string;
  readonly selfManager?: 'blind' | 'open';
  readonly raterKinds?: readonly string[];
}

/** The gate of contest-scene.ts with cycles and the raters' own commands. */
export async function ratingScene(db: TestDatabase) {
  const scene = await contestScene(db);
  const { inTenant, idOf } = scene;
  const newCycle = async (given: SceneCycle) => {
    const cycleId = randomUUID();
    await inTenant(({ tx }) => insertCycle({ tx, cycleId, idOf }, given));
    return cycleId;
  };
  const save = (viewer: Viewer, given: Partial<CellSave> & { readonly of: string }) => {
    const { of, ...rest } = given;
    const base = { cycleId: null, dimension: 'leadership' as Dimension, revision: 0, value: 3 as const };
    return inTenant((ctx) =>
      saveCell(ctx, viewer, { ...base, key: randomUUID(), ...rest, employeeId: idOf(of) }),
    );
  };
  const submit = (viewer: Viewer, cycleId: Submission['cycleId'], ...people: string[]) =>
    inTenant((ctx) => submitRatings(ctx, viewer, { cycleId, employeeIds: people.map(idOf) }));
  return { ...scene, newCycle, save, submit };
}

interface Place {
  readonly tx: TenantContext['tx'];
  readonly cycleId: string;
  readonly idOf: (externalId: string) => string;
}

async function insertCycle({ tx, cycleId, idOf }: Place, given: SceneCycle): Promise<void> {
  const { people, peers = [], state = 'open', closesOn = '2026-12-12', selfManager = 'blind' } = given;
  const raterKinds = [...(given.raterKinds ?? ['self', 'manager', 'peer'])];
  await tx
    .insertInto('cycles')
    .values({
      ...{ cycleId, name: `Cycle ${cycleId.slice(0, 6)}`, opensOn: '2026-11-01', closesOn, state },
      ...{ instruments: ['durable', 'ai_use'], raterKinds, selfManager },
      frameworkVersions: { '33-9032.00': { durable: 'fixed-1' } },
    })
    .execute();
  await tx
    .insertInto('cyclePeople')
    .values(people.map((one) => ({ cycleId, employeeId: idOf(one), soc: '33-9032.00' })))
    .execute();
  if (peers.length === 0) return;
  await tx
    .insertInto('cycleRaters')
    .values(
      peers.map(([rater, rated]) => ({
        ...{ cycleId, raterId: idOf(rater), employeeId: idOf(rated), raterKind: 'peer' },
      })),
    )
    .execute();
}
