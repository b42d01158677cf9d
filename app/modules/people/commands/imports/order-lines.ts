/** Numbers of a text with commas between them. */
export function numbersOf(text: string | null): Int32Array {
  return text === null ? new Int32Array() : Int32Array.from(text.split(','), Number);
}

/**
 * Rows with each after the row of the manager, where that is among them; otherwise in their order. No circles.
 * @param rows numbers in order. @param pairs numbers of a row and its manager's: "3 1,4 1"; null: none.
 */
export function managersFirst(rows: Int32Array, pairs: string | null): Int32Array {
  if (pairs === null) return rows;
  const managerOf = new Int32Array((rows.at(-1) ?? 0) + 1);
  for (const pair of pairs.split(',')) {
    const [row = '', manager = ''] = pair.split(' ');
    managerOf[Number(row)] = Number(manager);
  }
  const placed = new Uint8Array(managerOf.length);
  const ordered = new Int32Array(rows.length);
  let next = 0;
  for (const row of rows) {
    const chain: number[] = [];
    for (let at = row; at !== 0 && placed[at] === 0; at = managerOf[at] ?? 0) {
      chain.push(at);
      placed[at] = 1;
    }
    for (const at of chain.reverse()) {
      ordered[next] = at;
      next += 1;
    }
  }
  return ordered;
}
