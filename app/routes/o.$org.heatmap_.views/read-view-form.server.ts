import { readFields } from '~/http/read-fields.server';
import type { ViewWish } from '~/modules/capability/commands/change-saved-views';
import { InvalidInput } from '~/shared/errors';
import { readHeatmapState } from '../o.$org.heatmap/heatmap-state';
import { stateSearch } from '../o.$org.heatmap/state-search';

/** What the forms about saved views ask for. */
export type ViewForm =
  | { readonly intent: 'save'; readonly wish: ViewWish }
  | { readonly intent: 'rename'; readonly viewId: string; readonly name: string }
  | { readonly intent: 'delete'; readonly viewId: string };

/** Reads one of them; of an address only the state that the page understands is taken. Throws InvalidInput for another. */
export async function readViewForm(request: Request): Promise<ViewForm> {
  const { one } = await readFields(request, {
    single: ['intent', 'viewId', 'name', 'address', 'shared'] as const,
  });
  const { intent, viewId, name, address, shared } = one;
  if (intent === 'save') {
    const search = stateSearch(readHeatmapState(new URLSearchParams(address)));
    return { intent, wish: { name, search, shared: shared === 'yes' } };
  }
  if (intent === 'rename') return { intent, viewId, name };
  if (intent === 'delete') return { intent, viewId };
  throw new InvalidInput('The form could not be read. Open the page again and send it once more.');
}
