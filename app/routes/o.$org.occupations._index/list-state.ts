import { OCCUPATION_CURSOR } from '~/modules/occupations/domain/search/occupation-cursor';

/** What the address says of the list. */
export interface ListState {
  readonly query: string;
  /** 1 to 5. */
  readonly zone: number | undefined;
  /** Two digits of a SOC major group. */
  readonly group: string | undefined;
  /** Only those about which figures are published. */
  readonly evidence: boolean;
  /** Only those with statements. */
  readonly framework: boolean;
  readonly cursor: string | undefined;
}

const MAX_QUERY = 200;

/** Reads the address; what cannot be meant is passed over. */
export function readListState(search: URLSearchParams): ListState {
  const text = (name: string) => (search.get(name) ?? '').toWellFormed().replaceAll('\u0000', '').trim();
  const matching = (name: string, form: RegExp) => (form.test(text(name)) ? text(name) : undefined);
  const zone = matching('zone', /^[1-5]$/u);
  return {
    query: text('query').slice(0, MAX_QUERY),
    zone: zone === undefined ? undefined : Number(zone),
    group: matching('group', /^\d{2}$/u),
    evidence: text('evidence') === '1',
    framework: text('framework') === '1',
    cursor: matching('cursor', OCCUPATION_CURSOR),
  };
}

/** The address of a state. */
export function searchOf(state: ListState): string {
  const { query, zone, group, evidence, framework, cursor } = state;
  const search = new URLSearchParams({
    ...(query === '' ? {} : { query }),
    ...(zone === undefined ? {} : { zone: String(zone) }),
    ...(group === undefined ? {} : { group }),
    ...(evidence ? { evidence: '1' } : {}),
    ...(framework ? { framework: '1' } : {}),
    ...(cursor === undefined ? {} : { cursor }),
  });
  return `?${search}`;
}

/** Whether anything but the search narrows the list. */
export const isFiltered = ({ zone, group, evidence, framework }: Omit<ListState, 'query' | 'cursor'>) =>
  zone !== undefined || group !== undefined || evidence || framework;
