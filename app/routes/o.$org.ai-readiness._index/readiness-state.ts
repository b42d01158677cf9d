import {
  READINESS_SORTS,
  type ReadinessSort,
} from '~/modules/capability/domain/ai-readiness/readiness-order';
import { READINESS_ROWS, type ReadinessRows } from '~/modules/capability/domain/ai-readiness/readiness-view';
import { isDay } from '~/shared/calendar-day';
import { isUuid } from '~/shared/is-uuid';

/** The page's whole state as its address holds it. */
export interface ReadinessState {
  readonly rows: ReadinessRows;
  readonly teamId: string | null;
  readonly siteId: string | null;
  readonly asOf: string | null;
  readonly since: string | null;
  readonly sort: ReadinessSort;
  /** The row whose panel is open. */
  readonly row: string | null;
}

const LONGEST_ID = 60;

/** Reads the address; what it does not understand is the default. */
export function readReadinessState(search: URLSearchParams): ReadinessState {
  const uuid = (name: string) => {
    const text = search.get(name) ?? '';
    return isUuid(text) ? text : null;
  };
  const day = (name: string) => {
    const text = search.get(name) ?? '';
    return isDay(text) ? text : null;
  };
  const row = search.get('row');
  return {
    rows: READINESS_ROWS.find((known) => known === search.get('rows')) ?? 'occupation',
    teamId: uuid('team'),
    siteId: uuid('site'),
    asOf: day('asOf'),
    since: day('since'),
    sort: READINESS_SORTS.find((known) => known === search.get('sort')) ?? 'people',
    row: row && row.length <= LONGEST_ID && /^[\w:.-]+$/u.test(row) ? row : null,
  };
}

/** The search string with some parts changed; a part set to null is left out, and so is an empty one. */
export function searchWith(
  search: URLSearchParams,
  changes: Readonly<Record<string, string | null>>,
): string {
  const next = new URLSearchParams([...search].filter(([, value]) => value !== ''));
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  const text = next.toString().replaceAll('%3A', ':');
  return text ? `?${text}` : '.';
}
