import type { TenantContext } from '#db/tenancy';
import type { MappingDecision } from '../domain/mapping/mapping-decision';
import { proposalsAbove } from '../domain/mapping/proposals';
import { judgedTitles, type TitlesQuestion } from './judged-titles';

/** What would be confirmed above a score. */
export interface DecisionsAbove {
  readonly decisions: readonly MappingDecision[];
  readonly people: number;
  /** The first of them, those of most people first. */
  readonly examples: readonly {
    readonly title: string;
    readonly people: number;
    readonly occupation: string;
    /** Null: remembered. */
    readonly score: number | null;
  }[];
}

const EXAMPLES = 8;

/** The titles with unmapped people that have a remembered decision or a best score of at least `threshold`, 0 to 1. */
export async function decisionsAbove(
  ctx: TenantContext,
  question: TitlesQuestion,
  threshold: number,
): Promise<DecisionsAbove> {
  const { clusters, live, names, release } = await judgedTitles(ctx, question);
  const above = proposalsAbove(clusters, { threshold, live: release ? live : names });
  return {
    decisions: above.map(({ cluster, occupations }) => ({
      key: cluster.key,
      version: cluster.decision?.version ?? 0,
      occupations: [...occupations],
      people: 'unmapped',
    })),
    people: above.reduce((sum, { cluster }) => sum + cluster.unmapped, 0),
    examples: above.slice(0, EXAMPLES).map(({ cluster, occupations }) => ({
      title: cluster.title,
      people: cluster.unmapped,
      occupation: occupations.map(({ soc }) => names.get(soc) ?? soc).join(' and '),
      score: cluster.decision ? null : (cluster.best?.score ?? null),
    })),
  };
}
