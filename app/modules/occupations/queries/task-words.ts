import type { TenantContext } from '#db/tenancy';
import { listTaskTextsOfLoads } from '../data/onet-all-texts';
import { countWords, type WordCounts } from '../domain/words/count-words';
import { findReleaseTables, onetCatalogue } from './onet-reader';

/** What was counted last, by the loads that it was counted from. The rows of a load never change. */
let counted: { readonly key: string; readonly counts: WordCounts } | null = null;

/** The words of all tasks of the newest O*NET release, and those that tasks begin with; none where none is loaded. */
export async function taskWords(ctx: TenantContext): Promise<WordCounts> {
  const release = await findReleaseTables(ctx);
  const loadIds = (release?.find('tasks') ?? []).map(({ loadId }) => loadId);
  const key = loadIds.join(' ');
  if (counted?.key === key) return counted.counts;
  const counts = countWords(await listTaskTextsOfLoads(onetCatalogue(ctx), loadIds));
  counted = { key, counts };
  return counts;
}
