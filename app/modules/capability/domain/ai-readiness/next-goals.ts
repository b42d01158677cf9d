/**
 * Goals: what the next level in AI use looks like for the people of an occupation, in the occupation's own statements.
 * A goal of a level = the statements one level up, with the people who are at the level now. At the top there is none,
 * and who is not assessed has none yet. Source: method.md 6, product.md (AI-readiness).
 */

export interface StatedLevel<Statement> {
  readonly rank: number;
  readonly label: string;
  readonly statements: readonly Statement[];
}

export interface NextGoal<Statement> {
  readonly from: number;
  /** People at the level now; null: not shown. */
  readonly people: number | null;
  readonly to: StatedLevel<Statement>;
}

/** The goals of the levels at which somebody is, the lowest first. */
export function nextGoals<Statement>(
  levels: readonly number[],
  stated: readonly StatedLevel<Statement>[],
): NextGoal<Statement>[] {
  return levels.flatMap((people, from) => {
    const to = stated.find(({ rank }) => rank === from + 1);
    return people > 0 && to ? [{ from, people, to }] : [];
  });
}

/** The goal after a mean level, without a count of people: what released figures allow. */
export function goalAfterMean<Statement>(
  mean: number,
  stated: readonly StatedLevel<Statement>[],
): NextGoal<Statement>[] {
  const from = Math.floor(mean);
  const to = stated.find(({ rank }) => rank === from + 1);
  return to ? [{ from, people: null, to }] : [];
}
