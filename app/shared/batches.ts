/** The items in groups of at most size, in order (a statement takes at most 65,535 parameters). */
export function* batches<T>(items: readonly T[], size = 1_000): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
