/** Occupations of a person with the main one first: the largest share, ties to the lower code. */
export function byShare<Occupation extends { readonly soc: string; readonly share: number }>(
  occupations: Iterable<Occupation>,
): Occupation[] {
  return [...occupations].sort((a, b) => b.share - a.share || (a.soc < b.soc ? -1 : 1));
}

/** The occupation under which a person counts once: the largest share, ties to the lower code (method.md 2). */
export function mainOccupation<Occupation extends { readonly soc: string; readonly share: number }>(
  occupations: Iterable<Occupation>,
): Occupation | undefined {
  let main: Occupation | undefined;
  for (const one of occupations) {
    if (!main || one.share > main.share || (one.share === main.share && one.soc < main.soc)) main = one;
  }
  return main;
}
