import { type PositionFilter, positionFilterQuery } from '~/modules/people/domain/position-filter';

const NAMES = Object.keys(positionFilterQuery.shape) as (keyof PositionFilter)[];

/** Reads the address; what cannot be meant is passed over. Pages count from 1. */
export function readPositionState(search: URLSearchParams): { filter: PositionFilter; page: number } {
  const found = NAMES.flatMap((name) => {
    const value = (search.get(name) ?? '').toWellFormed().replaceAll('\u0000', '').trim();
    const parsed = positionFilterQuery.safeParse({ [name]: value });
    return value !== '' && parsed.success ? [[name, value] as const] : [];
  });
  const page = /^[1-9]\d{0,4}$/u.test(search.get('page') ?? '') ? Number(search.get('page')) : 1;
  return { filter: Object.fromEntries(found), page };
}

/** The address of a state. */
export function searchOf(filter: PositionFilter, page: number): string {
  const search = new URLSearchParams();
  for (const name of NAMES) {
    const value = filter[name];
    if (value) search.set(name, value);
  }
  if (page > 1) search.set('page', String(page));
  return `?${search}`;
}

/** Whether the list is narrowed at all. */
export function isNarrowed(filter: PositionFilter): boolean {
  return NAMES.some((name) => Boolean(filter[name]));
}
