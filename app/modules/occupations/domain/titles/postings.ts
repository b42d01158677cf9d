/** For each key from 0: the numbers listed under it, each with a value; key k's entries are start[k] to start[k+1]. */
export interface Postings {
  readonly start: Uint32Array;
  readonly ids: Uint32Array;
  readonly values: Float32Array;
}

/** Collects entries in any order of keys. */
export class PostingsBuilder {
  readonly #ids: number[][] = [];
  readonly #values: number[][] = [];

  add(key: number, id: number, value: number): void {
    const ids = this.#ids[key] ?? [];
    const values = this.#values[key] ?? [];
    this.#ids[key] = ids;
    this.#values[key] = values;
    ids.push(id);
    values.push(value);
  }

  /** All entries, those of one key in the order in which they were added. */
  build(keys: number): Postings {
    const start = new Uint32Array(keys + 1);
    for (let key = 0; key < keys; key++) start[key + 1] = (start[key] ?? 0) + (this.#ids[key]?.length ?? 0);
    const total = start[keys] ?? 0;
    const ids = new Uint32Array(total);
    const values = new Float32Array(total);
    for (let key = 0; key < keys; key++) {
      ids.set(this.#ids[key] ?? [], start[key]);
      values.set(this.#values[key] ?? [], start[key]);
    }
    return { start, ids, values };
  }
}

/** Adds factor times the value of each entry of a key to the sum of its number. */
export function addPostings(
  sums: Float64Array,
  { start, ids, values }: Postings,
  key: number,
  factor: number,
): void {
  const end = start[key + 1] ?? 0;
  for (let at = start[key] ?? 0; at < end; at++) {
    const id = ids[at] ?? 0;
    sums[id] = (sums[id] ?? 0) + factor * (values[at] ?? 0);
  }
}
