import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { changeOwnEvidence } from '~/modules/assessments/commands/change-own-evidence';
import { checkEvidenceFile } from '~/modules/assessments/commands/check-evidence-file';
import type { NewEvidence } from '~/modules/assessments/commands/store-evidence';
import { withdrawRating } from '~/modules/assessments/commands/withdraw-rating';
import { getOwnEvidenceFile } from '~/modules/assessments/queries/get-own-evidence-file';
import { ownCellEvidence } from '~/modules/assessments/queries/own-cell-evidence';
import { changeEvidence, type EvidenceWish, ratingName } from '~/modules/capability/commands/change-evidence';
import { deletePastRetention } from '~/modules/capability/commands/delete-past-retention';
import { getEvidenceFile } from '~/modules/capability/queries/get-evidence-file';
import { getEvidencePage, type RatingWithEvidence } from '~/modules/capability/queries/get-evidence-page';
import type { Dimension } from '~/modules/frameworks/domain/dimension';
import { reachOf } from '~/modules/organizations/domain/permissions';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { type RatingScene, ratingScene } from './rating-scene';

let db: TestDatabase;
let scene: RatingScene;
let mara: Viewer;
let pia: Viewer;
let hanne: Viewer;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(async () => {
  scene = await ratingScene(db);
  mara = scene.viewer('employee', 'M1');
  pia = scene.viewer('employee', 'P1');
  hanne = scene.viewer('hr_partner', 'H1');
});

const question = (viewer: Viewer) => ({
  viewer,
  reach: reachOf(viewer.role, 'profiles:read'),
  employeeId: scene.idOf('P1'),
});
const page = (viewer: Viewer) => scene.inTenant((ctx) => getEvidencePage(ctx, question(viewer)));
const change = (viewer: Viewer, wish: EvidenceWish) =>
  scene.inTenant((ctx) => changeEvidence(ctx, question(viewer), wish));
const find = (ratings: readonly RatingWithEvidence[], dimension: Dimension, kind = 'manager') => {
  const rating = ratings.find((one) => one.dimension === dimension && one.raterKind === kind);
  if (!rating) throw new Error('no such rating');
  return rating;
};
const ratingOf = async (viewer: Viewer, dimension: Dimension, kind = 'manager') =>
  find((await page(viewer)).ratings, dimension, kind);
const add = async (viewer: Viewer, dimension: Dimension, evidence: NewEvidence) =>
  change(viewer, { intent: 'add', rating: ratingName(await ratingOf(viewer, dimension)), evidence });
const strengthOf = async (dimension: Dimension) => {
  await scene.refresh();
  const row = await scene.inTenant(({ tx }) =>
    tx
      .selectFrom('profiles')
      .select(['strengthTrust', 'acceptedEvidence'])
      .where('employeeId', '=', scene.idOf('P1'))
      .where('dimension', '=', dimension)
      .executeTakeFirstOrThrow(),
  );
  return [row.strengthTrust, row.acceptedEvidence];
};
const aFile = (name: string, text = 'Gate closed at 14:03.') =>
  checkEvidenceFile(
    { name, bytes: Buffer.from(text) },
    { scan: async () => (text.includes('EVIL') ? 'refused' : 'clean') },
  );
const fileCount = () =>
  scene.inTenant(async ({ tx }) => (await tx.selectFrom('evidenceFiles').select('fileId').execute()).length);
const accept = async (viewer: Viewer, dimension: Dimension) => {
  const [one] = (await ratingOf(hanne, dimension)).evidence;
  await change(viewer, { intent: 'accept', evidenceId: one?.evidenceId ?? '' });
};

describe('evidence on a rating', () => {
  it('of the person strengthens the level by 0.1 once somebody else accepts it, and no more when taken back', async () => {
    expect(await strengthOf('leadership')).toEqual([800, false]);
    await add(pia, 'leadership', { kind: 'text', text: ' Led the night shift. ' });
    expect((await ratingOf(hanne, 'leadership')).evidence).toMatchObject([
      { kind: 'text', body: 'Led the night shift.', acceptedBy: null, author: 'person', mayAccept: true },
    ]);
    expect(await strengthOf('leadership')).toEqual([800, false]);
    await expect(accept(pia, 'leadership')).rejects.toThrow('somebody else');
    await accept(mara, 'leadership');
    expect(await strengthOf('leadership')).toEqual([900, true]);
    const [one] = (await ratingOf(hanne, 'leadership')).evidence;
    await change(hanne, { intent: 'take-back', evidenceId: one?.evidenceId ?? '' });
    expect(await strengthOf('leadership')).toEqual([800, false]);
  });

  it('is accepted neither by whoever added it; removed by them, or by who runs cycles', async () => {
    await add(mara, 'leadership', { kind: 'link', url: 'https://files.example.test/drill', text: '' });
    const [one] = (await ratingOf(mara, 'leadership')).evidence;
    expect(one).toMatchObject({
      ...{ kind: 'link', body: 'files.example.test', host: 'files.example.test', author: 'you' },
      ...{ mayAccept: false, mayRemove: true },
    });
    await expect(accept(mara, 'leadership')).rejects.toThrow('whoever added it');
    const remove = { intent: 'remove', evidenceId: one?.evidenceId ?? '' } as const;
    await expect(change(pia, remove)).rejects.toThrow('removes evidence');
    await accept(hanne, 'leadership');
    expect(await strengthOf('leadership')).toEqual([900, true]);
    await change(hanne, remove);
    expect(await strengthOf('leadership')).toEqual([800, false]);
  });

  it('is for those who read the ratings alone; tokens add and accept nothing', async () => {
    const elsewhere = [scene.viewer('employee', 'P2'), scene.viewer('director', 'D1', 'Office')];
    for (const viewer of [...elsewhere, scene.viewer('owner', null), scene.viewer('admin', null)])
      await expect(page(viewer)).rejects.toThrow('no such person');
    const token: Viewer = { ...hanne, kind: 'token', employeeId: null };
    await expect(add(token, 'leadership', { kind: 'text', text: 'x' })).rejects.toThrow('a token does not');
  });

  it('refuses what is no address and no words, and ratings that are none of the person', async () => {
    const link = (url: string): NewEvidence => ({ kind: 'link', url, text: '' });
    await expect(add(pia, 'leadership', link('http://example.test'))).rejects.toThrow('https');
    await expect(add(pia, 'leadership', { kind: 'text', text: '  ' })).rejects.toThrow('Say what');
    await expect(add(pia, 'leadership', { kind: 'text', text: 'x'.repeat(4001) })).rejects.toThrow('longer');
    const other = `${crypto.randomUUID()} leadership`;
    await expect(
      change(pia, { intent: 'add', rating: other, evidence: { kind: 'text', text: 'x' } }),
    ).rejects.toThrow('Choose the rating');
  });

  it('of peers supports their rating without saying whose it is', async () => {
    const creativity = await ratingOf(pia, 'creativity', 'peer');
    expect(creativity.evidence).toMatchObject([{ body: 'said by a peer', author: 'import' }]);
    await change(pia, {
      ...{ intent: 'add', rating: ratingName(creativity), evidence: { kind: 'text', text: 'A new rota.' } },
    });
    expect((await ratingOf(mara, 'creativity', 'peer')).evidence.map(({ body }) => body)).toContain(
      'A new rota.',
    );
  });
});

describe('a file', () => {
  it('is given out to who reads the ratings, and gone with its evidence', async () => {
    await add(pia, 'leadership', { kind: 'file', text: '', file: await aFile('../drill.txt') });
    const [one] = (await ratingOf(mara, 'leadership')).evidence;
    expect(one).toMatchObject({ body: '..drill.txt', file: { type: 'text', isScanned: true } });
    const fileId = one?.fileId ?? '';
    const read = (viewer: Viewer, id = fileId) =>
      scene.inTenant((ctx) => getEvidenceFile(ctx, question(viewer), id));
    expect(Buffer.from((await read(mara)).bytes).toString()).toBe('Gate closed at 14:03.');
    expect(await read(mara)).toMatchObject({ mime: 'text/plain; charset=utf-8' });
    await expect(read(scene.viewer('employee', 'P2'))).rejects.toThrow('no such person');
    await expect(read(mara, crypto.randomUUID())).rejects.toThrow('no such file');
    await change(pia, { intent: 'remove', evidenceId: one?.evidenceId ?? '' });
    expect(await fileCount()).toBe(0);
  });

  it('that the scanner refuses, or that says more of itself than it is, is kept nowhere', async () => {
    await expect(aFile('drill.txt', 'EVIL')).rejects.toThrow('scanner refused');
    await expect(aFile('drill.pdf')).rejects.toThrow('not what its name says');
    await expect(aFile('drill.docx', 'PK')).rejects.toThrow();
    await expect(aFile('big.txt', 'x'.repeat(5 * 1024 * 1024 + 1))).rejects.toThrow('5 MiB');
    expect(await fileCount()).toBe(0);
  });
});

describe('evidence of a cell in the grid', () => {
  const cell = (cycleId: string) => ({ employeeId: scene.idOf('P1'), cycleId, dimension: 'leadership' });
  const own = (cycleId: string, evidence: NewEvidence) =>
    scene.inTenant((ctx) =>
      changeOwnEvidence(ctx, mara, { cell: cell(cycleId), wish: { intent: 'add', evidence } }),
    );
  const shown = async (cycleId: string) =>
    (await scene.inTenant((ctx) => ownCellEvidence(ctx, mara, cell(cycleId)))).evidence;

  it('goes with the draft, stays through corrections, with what others added and accepted meanwhile', async () => {
    const cycleId = await scene.newCycle({ people: ['P1'], selfManager: 'open' });
    const link: NewEvidence = { kind: 'link', url: 'https://a.example.test/', text: 'the log' };
    await expect(own(cycleId, link)).rejects.toThrow('Choose a level first');
    await scene.save(mara, { of: 'P1', cycleId, value: 3, evidence: 'Led the drill' });
    await own(cycleId, link);
    await own(cycleId, { kind: 'file', text: '', file: await aFile('plan.txt') });
    expect(
      (await page(hanne)).ratings.flatMap(({ evidence }) => evidence.map(({ body }) => body)),
    ).not.toContain('the log');
    const fileId = (await shown(cycleId)).find(({ kind }) => kind === 'file')?.fileId ?? '';
    const readOwn = (viewer: Viewer) =>
      scene.inTenant((ctx) => getOwnEvidenceFile(ctx, viewer, { cell: cell(cycleId), fileId }));
    expect((await readOwn(mara)).name).toBe('plan.txt');
    await expect(readOwn(pia)).rejects.toThrow('no such file');
    await scene.submit(mara, cycleId, 'P1');
    const revision = await revisionOf(cycleId);
    // Begun before, submitted after what others do.
    await scene.save(mara, { of: 'P1', cycleId, value: 2, revision, evidence: 'Led the drill' });
    await add(pia, 'leadership', { kind: 'text', text: 'And the review.' });
    const words = (await ratingOf(hanne, 'leadership')).evidence.find(({ body }) => body === 'Led the drill');
    await change(hanne, { intent: 'accept', evidenceId: words?.evidenceId ?? '' });
    await scene.submit(mara, cycleId, 'P1');
    await scene.refresh();
    const { level, evidence } = await ratingOf(hanne, 'leadership');
    expect(level).toBe(2);
    expect(evidence.map(({ body, acceptedBy }) => [body, acceptedBy !== null]).sort()).toEqual([
      ['And the review.', false],
      ['Led the drill', false],
      ['plan.txt', false],
      ['the log', false],
    ]);
    expect(await fileCount()).toBe(1);
  });

  it('stays accepted while the level stays, and not beside another level', async () => {
    const cycleId = await scene.newCycle({ people: ['P1'], selfManager: 'open' });
    const words = async () =>
      (await ratingOf(hanne, 'leadership')).evidence.map(({ body, acceptedBy }) => [
        body,
        acceptedBy !== null,
      ]);
    await scene.save(mara, { of: 'P1', cycleId, value: 3, evidence: 'Led the drill' });
    await scene.submit(mara, cycleId, 'P1');
    await scene.save(mara, { of: 'P1', cycleId, dimension: 'character', value: 2 });
    // Accepted after the draft was begun.
    await accept(hanne, 'leadership');
    await add(pia, 'leadership', { kind: 'text', text: 'And the review.' });
    const added = (await ratingOf(hanne, 'leadership')).evidence.find(({ body }) => body !== 'Led the drill');
    await change(hanne, { intent: 'accept', evidenceId: added?.evidenceId ?? '' });
    await scene.submit(mara, cycleId, 'P1');
    expect((await words()).sort()).toEqual([
      ['And the review.', true],
      ['Led the drill', true],
    ]);
    // Accepted before the draft is begun.
    const revision = await revisionOf(cycleId);
    await scene.save(mara, { of: 'P1', cycleId, value: 4, revision });
    await scene.submit(mara, cycleId, 'P1');
    expect((await words()).sort()).toEqual([
      ['And the review.', false],
      ['Led the drill', false],
    ]);
    expect(await strengthOf('leadership')).toEqual([800, false]);
  });

  it('said with a ? supports no earlier level; what was said with the level still does', async () => {
    const cycleId = await scene.newCycle({ people: ['P1'], selfManager: 'open' });
    const unsure = () =>
      scene.inTenant(({ tx }) =>
        tx
          .selectFrom('evidence')
          .innerJoin('assessments', 'assessments.assessmentId', 'evidence.assessmentId')
          .select(['body', 'unsure'])
          .where('cycleId', '=', cycleId)
          .where('state', '=', 'submitted')
          .execute(),
      );
    const say = async (value: 4 | '?', evidence?: string) => {
      const revision = await revisionOf(cycleId);
      await scene.save(mara, { of: 'P1', cycleId, value, revision, ...(evidence ? { evidence } : {}) });
      await scene.submit(mara, cycleId, 'P1');
    };
    await scene.save(mara, { of: 'P1', cycleId, value: 3, evidence: 'Led the drill' });
    await scene.submit(mara, cycleId, 'P1');
    await say('?');
    expect(await unsure()).toEqual([{ body: 'Led the drill', unsure: false }]);
    await say('?', 'Was on leave');
    expect(await unsure()).toEqual([{ body: 'Was on leave', unsure: true }]);
    await say(4);
    expect(await unsure()).toEqual([{ body: 'Was on leave', unsure: false }]);
  });

  it('is not accepted any more once its words are others', async () => {
    const cycleId = await scene.newCycle({ people: ['P1'], selfManager: 'open' });
    await scene.save(mara, { of: 'P1', cycleId, value: 3, evidence: 'Led the drill' });
    await scene.submit(mara, cycleId, 'P1');
    await accept(hanne, 'leadership');
    const revision = await revisionOf(cycleId);
    await scene.save(mara, { of: 'P1', cycleId, value: 3, revision, evidence: 'Was there' });
    await scene.submit(mara, cycleId, 'P1');
    expect((await ratingOf(hanne, 'leadership')).evidence).toMatchObject([
      { body: 'Was there', acceptedBy: null },
    ]);
  });

  const revisionOf = async (cycleId: string) => {
    const { cell: saved } = await scene.save(mara, { of: 'P1', cycleId, value: 4, revision: 999 });
    return saved.revision;
  };
});

it('a withdrawn rating keeps its evidence and files; what nothing names any more goes with the upkeep', async () => {
  await add(pia, 'leadership', { kind: 'file', text: '', file: await aFile('drill.txt') });
  const { assessmentId } = await ratingOf(pia, 'leadership');
  await scene.inTenant((ctx) =>
    withdrawRating(ctx, { employeeId: scene.idOf('P1'), dimension: 'leadership', assessmentId }),
  );
  await scene.refresh();
  expect(await fileCount()).toBe(1);
  await scene.inTenant(({ tx }) => tx.deleteFrom('evidence').where('kind', '=', 'file').execute());
  expect(await scene.inTenant(deletePastRetention)).toMatchObject({ files: 1 });
  expect(await fileCount()).toBe(0);
});
