import { beforeAll, beforeEach, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { changeOwnEvidence } from '~/modules/assessments/commands/change-own-evidence';
import { checkEvidenceFile } from '~/modules/assessments/commands/check-evidence-file';
import { changeEvidence } from '~/modules/capability/commands/change-evidence';
import { getEvidenceFile } from '~/modules/capability/queries/get-evidence-file';
import { getEvidencePage } from '~/modules/capability/queries/get-evidence-page';
import { getPersonPage } from '~/modules/capability/queries/get-person-page';
import { reachOf } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { type RatingScene, ratingScene } from './rating-scene';

let db: TestDatabase;
let scene: RatingScene;
let mara: Viewer;
let hanne: Viewer;
let cycleId: string;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(async () => {
  scene = await ratingScene(db);
  mara = scene.viewer('employee', 'M1');
  hanne = scene.viewer('hr_partner', 'H1');
  cycleId = await scene.newCycle({ people: ['P1', 'P2'], selfManager: 'open' });
});

const asked = () => ({
  ...{ viewer: hanne, reach: reachOf(hanne.role, 'profiles:read'), employeeId: scene.idOf('P1') },
});
const stored = (body: string) =>
  scene.inTenant(async ({ tx }) => {
    const rows = await tx
      .selectFrom('evidence')
      .innerJoin('assessments', 'assessments.assessmentId', 'evidence.assessmentId')
      .select('state')
      .where('body', '=', body)
      .execute();
    return rows.map(({ state }) => state).sort();
  });
const remove = async (body: string) => {
  const { ratings } = await scene.inTenant((ctx) => getEvidencePage(ctx, asked()));
  const one = ratings.flatMap(({ evidence }) => evidence).find((of) => of.body === body);
  const wish = { intent: 'remove', evidenceId: one?.evidenceId ?? '' } as const;
  await scene.inTenant((ctx) => changeEvidence(ctx, asked(), wish));
};
const rate = async (value: 1 | 2 | 3, evidence?: string) => {
  const { cell } = await scene.save(mara, { of: 'P1', cycleId, value, revision: 999 });
  const said = evidence === undefined ? {} : { evidence };
  await scene.save(mara, { of: 'P1', cycleId, value, revision: cell.revision, ...said });
  await scene.submit(mara, cycleId, 'P1');
};

it('removed words are in no version, in no draft, and come back with no submission', async () => {
  await rate(3, 'Led the drill');
  await rate(2);
  await scene.save(mara, { of: 'P2', cycleId, value: 2, evidence: 'Led the drill' });
  await scene.submit(mara, cycleId, 'P2');
  // A draft that holds the words of the leadership that it does not change.
  await scene.save(mara, { of: 'P1', cycleId, dimension: 'character', value: 1 });
  await scene.refresh();
  expect(await stored('Led the drill')).toEqual(['draft', 'submitted', 'submitted', 'superseded']);
  await remove('Led the drill');
  // Of the other person alone.
  expect(await stored('Led the drill')).toEqual(['submitted']);
  await scene.submit(mara, cycleId, 'P1');
  expect(await stored('Led the drill')).toEqual(['submitted']);
  const { history } = await scene.inTenant((ctx) => getPersonPage(ctx, asked()));
  expect(JSON.stringify(history)).not.toContain('Led the drill');
});

it('a removed file is given out nowhere and stored no more, though versions before had it', async () => {
  await scene.save(mara, { of: 'P1', cycleId, value: 3 });
  const file = await checkEvidenceFile(
    { name: 'plan.txt', bytes: Buffer.from('Gate closed at 14:03.') },
    { scan: async () => 'clean' },
  );
  const cell = { employeeId: scene.idOf('P1'), cycleId, dimension: 'leadership' };
  const wish = { intent: 'add', evidence: { kind: 'file', text: '', file } } as const;
  await scene.inTenant((ctx) => changeOwnEvidence(ctx, mara, { cell, wish }));
  await scene.submit(mara, cycleId, 'P1');
  await rate(2);
  await scene.refresh();
  expect(await stored('plan.txt')).toEqual(['submitted', 'superseded']);
  const files = () => scene.inTenant(({ tx }) => tx.selectFrom('evidenceFiles').select('fileId').execute());
  const [kept] = await files();
  const read = () => scene.inTenant((ctx) => getEvidenceFile(ctx, asked(), kept?.fileId ?? ''));
  expect((await read()).name).toBe('plan.txt');
  await remove('plan.txt');
  expect(await stored('plan.txt')).toEqual([]);
  expect(await files()).toEqual([]);
  await expect(read()).rejects.toThrow('no such file');
});
