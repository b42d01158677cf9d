import type { TenantContext } from '#db/tenancy';
import { countLevels } from '../../data/level-counts';
import type { ReadinessMoment } from '../../data/readiness-moves';
import { readinessFigures } from '../../domain/ai-readiness/group-readiness';
import { sumGroup } from '../../domain/ai-readiness/readiness-sums';
import { BESIDE, type SkillBeside } from '../../domain/ai-readiness/readiness-view';

interface Scope {
  readonly moment: ReadinessMoment;
  readonly teamIds: readonly string[] | null;
  readonly siteId: string | null;
  readonly peopleIds: readonly string[] | null;
}

/** The skills that stand beside AI-readiness, of the same people at the same moment. */
export async function skillsBeside(ctx: TenantContext, scope: Scope): Promise<SkillBeside[]> {
  const counts = await countLevels(ctx, { ...scope, dimensions: BESIDE });
  return BESIDE.map((dimension) => {
    const own = counts.filter((count) => count.dimension === dimension);
    const sums = sumGroup(own.map((count) => ({ ...count, isDefault: false, exposure: null })));
    const levelSum = sums.levels.reduce((sum, people, level) => sum + people * level, 0);
    return {
      dimension,
      people: sums.people,
      assessed: sums.assessed,
      mean: sums.assessed === 0 ? null : levelSum / sums.assessed,
      atTargetShare: readinessFigures(sums).atTargetShare,
      atTargetBand: null,
    };
  });
}
