/**
 * The occupation that a person is rated as in a cycle.
 * Formula: the one fixed when the cycle opened, where a rating is under it; else the one with most ratings, of equally
 * many the lower code. Missing: undefined without ratings.
 */
export function ratedOccupation(
  ratings: readonly { readonly soc: string }[],
  fixed: string | undefined,
): string | undefined {
  const counts = [...Map.groupBy(ratings, ({ soc }) => soc)].map(([soc, own]) => ({ soc, n: own.length }));
  if (counts.some(({ soc }) => soc === fixed)) return fixed;
  return counts.sort((a, b) => b.n - a.n || (a.soc < b.soc ? -1 : 1))[0]?.soc;
}
