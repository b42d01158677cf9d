const numbersOf = (version: string) => (version.match(/\d+/gu) ?? []).map(Number);

/**
 * Negative when the first version is the older one: by the numbers in it from left to right (v.26.05 after v.26.04
 * and after demo-1), then as text.
 */
export function compareVersions(first: string, second: string): number {
  const [a, b] = [numbersOf(first), numbersOf(second)];
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = (a[index] ?? -1) - (b[index] ?? -1);
    if (difference !== 0) return difference;
  }
  if (first === second) return 0;
  return first < second ? -1 : 1;
}
