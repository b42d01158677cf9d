import type { TenantContext } from '#db/tenancy';
import { countLevels } from '../../data/level-counts';
import type { ReadinessMoment } from '../../data/readiness-moves';
import { readinessFigures } from '../../domain/ai-readiness/group-readiness';
import { sumGroup } from '../../domain/ai-readiness/readiness-sums';
import { BESIDE, type SkillBeside } from '../../domain/ai-readiness/readiness-view';
import { closeSkill } from '../../domain/waiting-figures';

export interface SkillsScope {
  readonly moment: ReadinessMoment;
  readonly teamIds: readonly string[] | null;
  readonly siteId: string | null;
  readonly peopleIds: readonly string[] | null;
  /** Ids of those who have ratings that the reader does not read yet. */
  readonly waiting: readonly string[];
  readonly suppressionK: number;
}

/** The skills that stand beside AI-readiness, of the same people at the same moment. */
export async function skillsBeside(ctx: TenantContext, scope: SkillsScope): Promise<SkillBeside[]> {
  const counts = await countLevels(ctx, { ...scope, dimensions: BESIDE });
  const { waiting, suppressionK } = scope;
  const waits =
    waiting.length === 0 ? [] : await countLevels(ctx, { ...scope, peopleIds: waiting, dimensions: BESIDE });
  return BESIDE.map((dimension) => {
    const own = counts.filter((count) => count.dimension === dimension);
    const sums = sumGroup(own.map((count) => ({ ...count, isDefault: false, exposure: null })));
    const levelSum = sums.levels.reduce((sum, people, level) => sum + people * level, 0);
    const skill: SkillBeside = {
      dimension,
      people: sums.people,
      assessed: sums.assessed,
      mean: sums.assessed === 0 ? null : levelSum / sums.assessed,
      atTargetShare: readinessFigures(sums).atTargetShare,
      atTargetBand: null,
    };
    return waits.length > 0 ? closeSkill(skill, sums, suppressionK) : skill;
  });
}
