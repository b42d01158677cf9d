import { isDay } from '~/shared/calendar-day';

/** What the address of the page asks for. */
export interface TeamsState {
  /** Null: today. */
  readonly asOf: string | null;
  readonly query: string;
  readonly expandAll: boolean;
}

/** Reads the address; what it does not understand is left out. */
export function readTeamsState(search: URLSearchParams): TeamsState {
  const asOf = search.get('asOf') ?? '';
  return {
    asOf: isDay(asOf) && asOf >= '1900-01-01' && asOf <= '2199-12-31' ? asOf : null,
    query: (search.get('q') ?? '').replaceAll('\0', '').trim().slice(0, 200),
    expandAll: search.get('expand') === 'all',
  };
}

/** The teams whose names hold the words, in any case and without accents. */
export function matching<T extends { readonly name: string }>(teams: readonly T[], query: string): T[] {
  const wanted = folded(query);
  return teams.filter(({ name }) => folded(name).includes(wanted));
}

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
