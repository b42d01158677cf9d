import { isUuid } from '~/shared/is-uuid';
import { PEOPLE_SORTS, type PeopleSort } from './people-filter';

/**
 * A place in a list of people. index says how many rows stand before the page (before: before its end), total how many
 * there are; both were counted with the first page and only say where one is. total null: nobody counted.
 */
export interface PeoplePlace {
  /** after, before: the row with these keys. at: the row with this index. */
  readonly direction: 'after' | 'before' | 'at';
  readonly sort: PeopleSort;
  readonly index: number;
  readonly total: number | null;
  /** Sort keys and id of the row; none for at. */
  readonly keys: readonly string[];
}

/** Keys of a row by sort: what it is sorted by, then the name, then the id. */
const KEY_COUNTS: Readonly<Record<PeopleSort, number>> = { name: 2, team: 3, title: 3 };
const DIRECTIONS = ['after', 'before', 'at'] as const;

/** The place as text of letters, digits, - and _. */
export function writePeopleCursor({ direction, sort, index, total, keys }: PeoplePlace): string {
  const bytes = new TextEncoder().encode(JSON.stringify([direction, sort, index, total, ...keys]));
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The place of a cursor; null where the text is none, or one of a list that is sorted otherwise. */
export function readPeopleCursor(text: string, wanted: PeopleSort): PeoplePlace | null {
  const parts = jsonOf(text);
  if (!Array.isArray(parts)) return null;
  const [direction, sort, index, total, ...keys] = parts as unknown[];
  const known = DIRECTIONS.find((one) => one === direction);
  if (!known || sort !== wanted || !PEOPLE_SORTS.includes(wanted)) return null;
  if (!isCount(index) || (total !== null && !isCount(total))) return null;
  if (!keys.every(isText) || keys.length !== (known === 'at' ? 0 : KEY_COUNTS[wanted])) return null;
  if (known !== 'at' && !isUuid(keys.at(-1) ?? '')) return null;
  return { direction: known, sort: wanted, index, total, keys };
}

function jsonOf(text: string): unknown {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (one) =>
      one.charCodeAt(0),
    );
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 100_000_000;

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.isWellFormed() && !value.includes('\u0000');
