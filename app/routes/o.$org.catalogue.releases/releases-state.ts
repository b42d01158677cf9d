import { CHANGE_KINDS, type ChangeKind } from '~/modules/occupations/domain/onet/release-changes';
import { isReleaseNumber } from '~/modules/occupations/domain/onet/release-number';
import { isOnetSoc } from '~/modules/occupations/domain/soc-code';

/** What the address says of a comparison of releases; what cannot be meant is passed over. */
export interface ReleasesState {
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Only this occupation. */
  readonly soc: string | undefined;
  readonly show: ChangeKind;
  /** From 1. */
  readonly page: number;
}

/** Reads the address. */
export function readReleasesState(search: URLSearchParams): ReleasesState {
  const text = (name: string) => (search.get(name) ?? '').trim();
  const matching = (name: string, is: (value: string) => boolean) =>
    is(text(name)) ? text(name) : undefined;
  return {
    from: matching('from', isReleaseNumber),
    to: matching('to', isReleaseNumber),
    soc: matching('soc', isOnetSoc),
    show: CHANGE_KINDS.find((kind) => kind === text('show')) ?? 'tasks_added',
    page: /^[1-9]\d{0,4}$/u.test(text('page')) ? Number(text('page')) : 1,
  };
}

/** The address of a state. */
export function searchOf({ from, to, soc, show, page }: ReleasesState): string {
  const search = new URLSearchParams({
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(soc === undefined ? {} : { soc }),
    show,
    ...(page === 1 ? {} : { page: String(page) }),
  });
  return `?${search}`;
}
