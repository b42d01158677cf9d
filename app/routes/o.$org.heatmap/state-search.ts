import { FILTER_NAMES, filterParameter } from '~/modules/capability/domain/heatmap-filter';
import { writePeopleOrder } from '~/modules/capability/domain/people-order';
import type { HeatmapState } from './heatmap-state';

/**
 * The state as a query string, without its question mark: what is kept and sent on. Only what the page understands stands
 * in it, in one order, without the open cell and the place in a list of people.
 */
export function stateSearch(state: HeatmapState): string {
  const search = new URLSearchParams();
  const put = (name: string, value: string | null) => {
    if (value !== null) search.set(name, value);
  };
  put('rows', state.rows === 'team' ? null : state.rows);
  put('parent', state.parentId);
  put('direct', state.directOnly ? '1' : null);
  for (const name of FILTER_NAMES) put(filterParameter(name), state.filter[name]);
  put('figure', state.metric === 'level' ? null : state.metric);
  put('asOf', state.asOf);
  put('since', state.since);
  put('sort', writePeopleOrder(state.order));
  return search.toString();
}
