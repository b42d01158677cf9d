import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importRelease } from '#test/fixtures/onet/import-release';
import { releaseFiles } from '#test/fixtures/onet/release-files';
import { releaseFolders } from '#test/fixtures/onet/write-release';
import { openTestWeb } from '#test/setup/web';

const web = await openTestWeb();
const { a } = web;
const owner = postgres(web.db.urls.owner, { max: 1, onnotice: () => {} });
afterAll(() => owner.end());
let write: Awaited<ReturnType<typeof releaseFolders>>;
beforeAll(async () => {
  write = await releaseFolders();
});

/** Jobs of the organization that score titles, and how many of them a worker holds. */
const running = () => owner`
  select count(*)::int as jobs, count(j.locked_at)::int as held from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
   where t.identifier = 'score-titles' and j.payload ->> 'organizationId' = ${a.organizationId}`;

it('asks for scores where it shows titles that the release in service has none for', async () => {
  const cookie = await web.signInAs('hr_partner');
  const open = async () =>
    (await web.send(`/o/${a.slug}/mapping`, { cookie })).body.replaceAll('<!-- -->', '');
  await owner`delete from graphile_worker._private_jobs`;
  expect(await open()).toContain('no O*NET release is loaded');
  expect(await running()).toEqual([{ jobs: 0, held: 0 }]);
  await importRelease(web.db.system, await write.folder('30.2', releaseFiles('A2')));
  expect(await open()).toContain('O*NET 30.2');
  expect(await running()).toEqual([{ jobs: 1, held: 0 }]);
  await open();
  expect(await running()).toEqual([{ jobs: 1, held: 0 }]);

  // An inbox that is open asks again while the job runs; that job goes on, and no second one waits.
  await owner`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'a worker'`;
  await open();
  expect(await running()).toEqual([{ jobs: 1, held: 1 }]);
  // Where it ended and titles are still without scores, it is asked for anew.
  await owner`delete from graphile_worker._private_jobs`;
  await open();
  expect(await running()).toEqual([{ jobs: 1, held: 0 }]);
});
