import type { Lists } from './title-index';

/** Packs lists of numbers into one array. */
export function collectLists(lists: readonly (readonly number[])[]): Lists {
  const start = new Uint32Array(lists.length + 1);
  lists.forEach((list, at) => {
    start[at + 1] = (start[at] ?? 0) + list.length;
  });
  const items = new Uint32Array(start[lists.length] ?? 0);
  lists.forEach((list, at) => {
    items.set(list, start[at]);
  });
  return { start, items };
}
