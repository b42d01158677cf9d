import { INBOX_FILTERS, type InboxFilter } from '~/modules/occupations/domain/mapping/mapping-state';

/** What the address of the inbox says. */
export interface InboxState {
  readonly filter: InboxFilter;
  readonly query: string;
  /** From 1. */
  readonly page: number;
  /** The score from which all are to be confirmed; null: not asked. */
  readonly above: number | null;
}

const LONGEST_QUERY = 200;

/** Reads the address; what it does not say rightly is as if it did not say it. */
export function readState(search: URLSearchParams): InboxState {
  const filter = INBOX_FILTERS.find((one) => one === search.get('show')) ?? 'review';
  const query = (search.get('query') ?? '').toWellFormed().replaceAll('\u0000', '').slice(0, LONGEST_QUERY);
  const page = Number(search.get('page') ?? '1');
  const above = Number(search.get('above') ?? '');
  return {
    filter,
    query,
    page: Number.isSafeInteger(page) && page > 0 && page < 1e6 ? page : 1,
    above: above > 0 && above <= 1 ? above : null,
  };
}

/** The address of the inbox in this state. */
export function addressOf(
  base: string,
  state: InboxState,
  more: Readonly<Record<string, string>> = {},
): string {
  const search = new URLSearchParams({
    ...(state.filter === 'review' ? {} : { show: state.filter }),
    ...(state.query ? { query: state.query } : {}),
    ...(state.page > 1 ? { page: String(state.page) } : {}),
    ...(state.above === null ? {} : { above: String(state.above) }),
    ...more,
  });
  const text = search.toString();
  return `${base}/mapping${text ? `?${text}` : ''}`;
}

/** The address of the export of all titles that the state lists. */
export function exportOf(base: string, { filter, query }: Pick<InboxState, 'filter' | 'query'>): string {
  return `${base}/mapping/export?${new URLSearchParams({ show: filter, ...(query ? { query } : {}) })}`;
}
