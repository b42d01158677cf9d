import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { withSystem } from '#db/system';
import { RELEASE_FOLDER, readOnetTitles } from '#test/bench/titles/read-onet';
import { importRelease } from '#test/fixtures/onet/import-release';
import { openTestDatabase } from '#test/setup/database';
import { TrainingCollector } from '~/matching/collect-training';
import { listTitleTraining, requireTitleRelease } from '~/modules/occupations/queries/title-training';

const files = readOnetTitles(RELEASE_FOLDER);

describe.skipIf(!files)(`what is learnt of O*NET ${path.basename(RELEASE_FOLDER)}`, () => {
  it('is what its files say, to the order: the bench measures what the product does', async () => {
    const db = await openTestDatabase();
    await importRelease(db.system, RELEASE_FOLDER);
    const collector = new TrainingCollector();
    await withSystem(db.system, async (ctx) => {
      for await (const rows of listTitleTraining(ctx, await requireTitleRelease(ctx))) collector.add(rows);
    });
    const training = collector.training();
    expect(training.titles.length).toBeGreaterThan(60_000);
    expect(training.titles).toEqual(files?.titles);
    expect(training.tasks).toEqual(files?.tasks);
    expect(training.descriptions).toEqual(files?.descriptions);
  }, 120_000);
});
