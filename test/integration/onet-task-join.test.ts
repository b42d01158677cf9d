import { beforeAll, describe, expect, it } from 'vitest';
import { withSystem } from '#db/system';
import { importRelease } from '#test/fixtures/onet/import-release';
import { GUARDS, MANAGERS, releaseFiles } from '#test/fixtures/onet/release-files';
import { type ReleaseFolders, releaseFolders } from '#test/fixtures/onet/write-release';
import { bytesInput } from '#test/fixtures/sources/read-source-file';
import { takeSource } from '#test/fixtures/sources/take-source';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { aiEvidenceOf } from '~/modules/occupations/queries/ai-evidence-of';

const PENETRATION = `task,penetration
Agree the budget for locks and cameras.,0.5
Train new guards.,0.0
Walk the round every hour.,0.25
Paint the fence.,0.75
`;

let db: TestDatabase;
let write: ReleaseFolders;
let reader: string;
beforeAll(async () => {
  db = await openTestDatabase();
  write = await releaseFolders();
  reader = (await db.newOrganization()).organizationId;
});

const used = async (soc: string) => {
  const { evidence } = await db.tenant(reader, (ctx) => aiEvidenceOf(ctx, soc));
  return evidence
    .filter(({ measure }) => measure === 'tasks_with_observed_use')
    .map(({ value, n }) => [value, n]);
};
const joined = () =>
  withSystem(db.system, ({ tx }) =>
    tx
      .selectFrom('taskKeys')
      .select(['release', 'taskId', 'taskKey'])
      .where('taskKey', 'not like', '#%')
      .orderBy('taskId')
      .execute(),
  );

describe('figures about tasks and the release that holds the tasks', () => {
  it('meet when the release comes after the figures', async () => {
    await takeSource(db, bytesInput('penetration.csv', PENETRATION));
    expect(await used(MANAGERS)).toEqual([]);
    await importRelease(db.system, await write.folder('30.2', releaseFiles('A2')));
    expect(await used(MANAGERS)).toEqual([[1, 2]]);
    expect(await used(GUARDS)).toEqual([[1, 1]]);
    expect((await joined()).map(({ release, taskId }) => [release, taskId])).toEqual([
      ['30.2', '101'],
      ['30.2', '102'],
      ['30.2', '103'],
      ['30.2', '201'],
    ]);
  });

  it('stay met when the release comes again or an older one comes beside it', async () => {
    const before = await joined();
    const again = await importRelease(db.system, await write.zip('30.2.zip', releaseFiles('A2')));
    expect(again.changed).toBe(false);
    await importRelease(db.system, await write.folder('29.0', releaseFiles('A1')));
    expect(await joined()).toEqual(before);
  });

  it('follow the words of a corrected table and of a newer release', async () => {
    const files = releaseFiles('A2');
    const reworded = (text: string) => text.replace('Train new guards.', 'Paint the fence.');
    const tasks = reworded(files['Task Statements.txt'] ?? '');
    await importRelease(db.system, await write.folder('30.2', { ...files, 'Task Statements.txt': tasks }));
    expect(await used(MANAGERS)).toEqual([[2, 2]]);
    await importRelease(db.system, await write.folder('31.0', releaseFiles('B')));
    expect(new Set((await joined()).map(({ release }) => release))).toEqual(new Set(['31.0']));
    expect(await used(MANAGERS)).toEqual([[1, 2]]);
  });

  it('are joined where tasks were loaded before there was a join', async () => {
    await withSystem(db.system, ({ tx }) => tx.deleteFrom('taskKeys').execute());
    const again = await importRelease(db.system, await write.folder('31.0', releaseFiles('B')));
    expect(again.changed).toBe(false);
    expect(await used(MANAGERS)).toEqual([[1, 2]]);
  });

  it('keep the join that was there when a load fails', async () => {
    const before = await joined();
    const files = releaseFiles('B');
    const tasks = (files['Task Statements.txt'] ?? '').replace('Train new guards.', 'Never stored.');
    const ragged = `${files['Related Occupations.txt']}ragged\r\n`;
    const broken = { ...files, 'Task Statements.txt': tasks, 'Related Occupations.txt': ragged };
    await expect(importRelease(db.system, await write.folder('31.0', broken))).rejects.toThrow();
    expect(await joined()).toEqual(before);
  });
});
