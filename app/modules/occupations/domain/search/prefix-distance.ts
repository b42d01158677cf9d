/**
 * The fewest typing errors that turn a text into the word or into any beginning of it: insertions, deletions,
 * substitutions and swaps of neighbours (optimal string alignment). Anything above `limit` is told as limit + 1.
 */
export function prefixDistance(text: string, word: string, limit: number): number {
  const far = limit + 1;
  const width = Math.min(word.length, text.length + limit);
  let before = new Uint8Array(0);
  let previous = Uint8Array.from({ length: width + 1 }, (_, column) => Math.min(column, far));
  for (let row = 1; row <= text.length; row += 1) {
    const current = new Uint8Array(width + 1).fill(far);
    if (row <= limit) current[0] = row;
    let least = current[0] ?? far;
    // Only the diagonal band can stay within the limit.
    for (let column = Math.max(1, row - limit); column <= Math.min(width, row + limit); column += 1) {
      const [typed, letter] = [text.charCodeAt(row - 1), word.charCodeAt(column - 1)];
      let cost = (previous[column - 1] ?? far) + (typed === letter ? 0 : 1);
      cost = Math.min(cost, (previous[column] ?? far) + 1, (current[column - 1] ?? far) + 1);
      const swapped = typed === word.charCodeAt(column - 2) && text.charCodeAt(row - 2) === letter;
      if (swapped && row > 1 && column > 1) cost = Math.min(cost, (before[column - 2] ?? far) + 1);
      current[column] = Math.min(cost, far);
      least = Math.min(least, cost);
    }
    if (least > limit) return far;
    [before, previous] = [previous, current];
  }
  return Math.min(...previous, far);
}
