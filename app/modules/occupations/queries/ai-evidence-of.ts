import type { TenantContext } from '#db/tenancy';
import {
  listLiveSets,
  listOccupationFigures,
  listSkillScores,
  listTaskFigures,
} from '../data/ai-evidence-lookups';
import { listGroups } from '../data/crosswalk-lookups';
import { occupationEvidence, type SourcedEvidence } from '../domain/ai-evidence/occupation-evidence';
import { codesOf } from '../domain/ai-evidence/parent-code';
import { type RatedSkill, topSkill } from '../domain/ai-evidence/top-skill';
import type { EvidenceResource } from '../domain/api-schemas';
import { socParent } from '../domain/crosswalk/soc-hierarchy';
import { mergeGroups } from '../domain/crosswalk/soc-lineage';

export interface AiEvidenceOf {
  readonly evidence: readonly EvidenceResource[];
  /** Sources of these rows. */
  readonly sourceIds: readonly string[];
}

/**
 * What the loaded files say about an occupation and AI, each row with its release. A figure of the SOC code that is
 * used for a detailed occupation names it in inheritedFrom; exposure that is not published reads "no data".
 * @param skills Skills of the occupation with their importance, for the row of its most important scored skill.
 */
export async function aiEvidenceOf(
  ctx: TenantContext,
  soc: string,
  skills: readonly RatedSkill[] = [],
): Promise<AiEvidenceOf> {
  const sets = await listLiveSets(ctx);
  if (sets.length === 0) return { evidence: [], sourceIds: [] };
  const groups = mergeGroups(await listGroups(ctx, [socParent(soc)]));
  const rows = occupationEvidence({
    soc,
    sets,
    occupationFigures: await listOccupationFigures(ctx, codesOf(soc)),
    taskFigures: await listTaskFigures(ctx, soc),
    titles: new Map(groups.map(({ code, title }) => [code, title])),
  });
  const scored = await skillRows(ctx, skills);
  const all = [...rows, ...scored];
  return {
    evidence: all.map(({ row }) => row),
    sourceIds: [...new Set(all.map(({ sourceId }) => sourceId))],
  };
}

async function skillRows(ctx: TenantContext, skills: readonly RatedSkill[]): Promise<SourcedEvidence[]> {
  if (skills.length === 0) return [];
  const scores = await listSkillScores(ctx);
  const top = topSkill(skills, scores);
  const [first] = scores;
  if (!top || !first) return [];
  const { sourceId, release } = first;
  const head = { source: 'safi', release };
  const precision = top.precision === null ? {} : { precision: top.precision };
  return [
    { sourceId, row: { ...head, measure: 'top_skill', value: top.name, ...precision } },
    { sourceId, row: { ...head, measure: 'score', value: top.score, unit: '0-100', ...precision } },
  ];
}
