import { POSITION_FILTERS, type PositionFilter } from '~/modules/people/domain/position-filter';
import { positionFilterQuery } from '~/modules/people/domain/position-filter-query';

/** Reads the address; what cannot be meant is passed over. Pages count from 1. */
export function readPositionState(search: URLSearchParams): { filter: PositionFilter; page: number } {
  const found = POSITION_FILTERS.flatMap((name) => {
    const value = (search.get(name) ?? '').toWellFormed().replaceAll('\u0000', '').trim();
    const parsed = positionFilterQuery.safeParse({ [name]: value });
    return value !== '' && parsed.success ? [[name, value] as const] : [];
  });
  const page = /^[1-9]\d{0,4}$/u.test(search.get('page') ?? '') ? Number(search.get('page')) : 1;
  return { filter: Object.fromEntries(found), page };
}
