import { type PeopleAddress, peopleSearch } from '~/modules/people/domain/people-filter';

/** The address of a state on a page; only what is not usual stands in it. */
export function addressIn(
  page: string,
  state: PeopleAddress,
  more: readonly (readonly [string, string])[] = [],
) {
  const search = new URLSearchParams([...peopleSearch(state), ...more].map(([name, value]) => [name, value]));
  return `${page}?${search}`;
}
