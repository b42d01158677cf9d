/** A skill of an occupation by O*NET element, with its importance (1 to 5). */
export interface RatedSkill {
  readonly elementId: string;
  readonly name: string;
  readonly importance: number;
}

export interface SkillScore {
  readonly elementId: string;
  /** 0 to 100. */
  readonly score: number;
  readonly precision: string | null;
}

/** The occupation's most important skill that has a score (ties: the one listed first); undefined where none has. */
export function topSkill(
  skills: readonly RatedSkill[],
  scores: readonly SkillScore[],
): (RatedSkill & SkillScore) | undefined {
  const byElement = new Map(scores.map((score) => [score.elementId, score]));
  let top: (RatedSkill & SkillScore) | undefined;
  for (const skill of skills) {
    const score = byElement.get(skill.elementId);
    if (score && (!top || skill.importance > top.importance)) top = { ...skill, ...score };
  }
  return top;
}
