/** Which changes the page lists: all of them, those of one class, or what stayed. */
export const SHOWN = ['changes', 'reworded', 'moved', 'added', 'removed', 'same'] as const;
export type Shown = (typeof SHOWN)[number];

/** What the address says of a comparison; what cannot be meant is passed over. */
export interface ComparisonState {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly show: Shown;
}

const LONGEST_VERSION = 500;

/** Reads the address. */
export function readComparisonState(search: URLSearchParams): ComparisonState {
  const version = (name: string) => {
    const text = (search.get(name) ?? '').toWellFormed().replaceAll('\u0000', '');
    return text === '' || text.length > LONGEST_VERSION ? undefined : text;
  };
  const show = search.get('show');
  return { from: version('from'), to: version('to'), show: SHOWN.find((one) => one === show) ?? 'changes' };
}

/** The address of a comparison. */
export function searchOf({ from, to, show }: ComparisonState): string {
  const search = new URLSearchParams({
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(show === 'changes' ? {} : { show }),
  });
  return `?${search}`;
}
