/**
 * The places of the `count` highest values above 0, in no order. Of equal ones at the edge the earlier stay, but for
 * those whose room was taken first. The kept ones are a heap of rooms, the lowest value on top.
 */
export function highestSums(sums: Float64Array, count: number): number[] {
  const chosen = new Int32Array(count);
  const values = new Float64Array(count);
  const heap = Int32Array.from({ length: count }, (_, room) => room);
  let filled = 0;
  let least = 0;
  for (let place = 0; place < sums.length; place++) {
    const sum = sums[place] ?? 0;
    if (sum <= least) continue;
    const room = filled < count ? filled++ : (heap[0] ?? 0);
    chosen[room] = place;
    values[room] = sum;
    if (filled < count) continue;
    if (least === 0) for (let at = count >> 1; at >= 0; at--) sink(heap, values, at);
    else sink(heap, values, 0);
    least = values[heap[0] ?? 0] ?? 0;
  }
  return Array.from(chosen.subarray(0, filled));
}

/** Moves the room at a place of the heap beneath those with lower values; among equal values the lower room is first. */
function sink(heap: Int32Array, values: Float64Array, from: number): void {
  const room = heap[from] ?? 0;
  const value = values[room] ?? 0;
  let at = from;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    let own = heap[child] ?? 0;
    if (child + 1 < heap.length) {
      const other = heap[child + 1] ?? 0;
      if (isBefore(values, other, own)) {
        own = other;
        child++;
      }
    }
    const least = values[own] ?? 0;
    if (least > value || (least === value && own > room)) break;
    heap[at] = own;
    at = child;
  }
  heap[at] = room;
}

function isBefore(values: Float64Array, first: number, second: number): boolean {
  const [a, b] = [values[first] ?? 0, values[second] ?? 0];
  return a < b || (a === b && first < second);
}
