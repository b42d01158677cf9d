import { sharedCatalogue } from '#db/catalogue';
import type { SystemContext } from '#db/system';
import { listTaskLists } from '../data/ai-evidence-rows';
import { listLiveTables } from '../data/onet-loads';
import { listTaskTexts } from '../data/onet-task-texts';
import { newestRelease, tablesOf } from '../domain/onet/live-tables';
import { joinTasksOfOnet } from './import-ai-evidence-tasks';

/**
 * Joins figures about AI to the tasks of the newest release that describes occupations, so that they are found
 * whether they came before or after it. To be called in the transaction that switches releases.
 * @param reloaded Releases whose tasks were loaded in this transaction; others are joined only where they are not yet.
 */
export async function joinNewestTasks(ctx: SystemContext, reloaded: readonly string[]): Promise<void> {
  const tables = await listLiveTables(sharedCatalogue(ctx));
  const newest = newestRelease(tables);
  const [tasks] = newest === null ? [] : tablesOf(tables, newest).find('tasks');
  if (!tasks) return;
  const { release, loadId } = tasks;
  const joined = (await listTaskLists(ctx)).find(({ origin }) => origin === 'onet')?.release;
  if (joined === release && !reloaded.includes(release)) return;
  const texts = await listTaskTexts(ctx, loadId);
  async function* taskTexts() {
    yield* texts;
  }
  await joinTasksOfOnet(ctx, { release, taskTexts: taskTexts() });
}
