import { isOnetSoc } from '~/modules/occupations/domain/soc-code';

/** What the address says of the list. */
export interface ListState {
  readonly query: string;
  /** Occupations without statements, too. */
  readonly all: boolean;
  /** The last code of the page before. */
  readonly cursor: string | undefined;
}

const MAX_QUERY = 200;

/** Reads the address; what cannot be meant is passed over. */
export function readListState(search: URLSearchParams): ListState {
  const cursor = search.get('cursor') ?? '';
  const query = (search.get('query') ?? '').toWellFormed().replaceAll('\u0000', '').trim();
  return {
    query: query.slice(0, MAX_QUERY),
    all: search.get('all') === '1',
    cursor: isOnetSoc(cursor) ? cursor : undefined,
  };
}

/** The address of a state. */
export function searchOf({ query, all, cursor }: ListState): string {
  const search = new URLSearchParams({
    ...(query === '' ? {} : { query }),
    ...(all ? { all: '1' } : {}),
    ...(cursor === undefined ? {} : { cursor }),
  });
  return `?${search}`;
}
