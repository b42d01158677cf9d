import { POSITION_FILTERS, type PositionFilter } from '~/modules/people/domain/position-filter';

/** The address of a state. */
export function searchOf(filter: PositionFilter, page: number): string {
  const search = new URLSearchParams();
  for (const name of POSITION_FILTERS) {
    const value = filter[name];
    if (value) search.set(name, value);
  }
  if (page > 1) search.set('page', String(page));
  return `?${search}`;
}

/** Whether the list is narrowed at all. */
export function isNarrowed(filter: PositionFilter): boolean {
  return POSITION_FILTERS.some((name) => Boolean(filter[name]));
}
