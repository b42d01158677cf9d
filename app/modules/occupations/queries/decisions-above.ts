import type { TenantContext } from '#db/tenancy';
import { listTitleCandidates } from '../data/title-scores';
import type { MappingDecision } from '../domain/mapping/mapping-decision';
import { type Above, proposalsAbove } from '../domain/mapping/proposals';
import { type JudgedTitle, type JudgedTitles, judgedTitles, type TitlesQuestion } from './judged-titles';

/** One of the titles that would be confirmed. */
export interface TitleAbove {
  readonly key: string;
  readonly title: string;
  readonly people: number;
  readonly occupation: string;
  /** Null: remembered. */
  readonly score: number | null;
  /** Why it was matched; null: remembered. */
  readonly reason: string | null;
}

/** What would be confirmed above a score. */
export interface DecisionsAbove {
  readonly decisions: readonly MappingDecision[];
  readonly people: number;
  /** The first LISTED of them, those of most people first. */
  readonly listed: readonly TitleAbove[];
  /** Left to a person: colleagues of the same title hold another occupation than the best candidate. */
  readonly contradicted: { readonly titles: number; readonly people: number };
}

/** Titles that are shown one by one. */
const LISTED = 50;

/** The titles with unmapped people that have a remembered decision or a best score of at least `threshold`, 0 to 1. */
export async function decisionsAbove(
  ctx: TenantContext,
  question: TitlesQuestion,
  threshold: number,
): Promise<DecisionsAbove> {
  const judged = await judgedTitles(ctx, question);
  const { clusters, live, names, release } = judged;
  const { taken, contradicted } = proposalsAbove(clusters, { threshold, live: release ? live : names });
  return {
    decisions: taken.map(({ cluster, occupations }) => ({
      key: cluster.key,
      version: cluster.decision?.version ?? 0,
      occupations: [...occupations],
      people: 'unmapped',
    })),
    people: unmappedOf(taken.map(({ cluster }) => cluster)),
    listed: await listAbove(ctx, taken.slice(0, LISTED), judged),
    contradicted: { titles: contradicted.length, people: unmappedOf(contradicted) },
  };
}

async function listAbove(
  ctx: TenantContext,
  taken: readonly Above<JudgedTitle>[],
  { release, names }: JudgedTitles,
): Promise<TitleAbove[]> {
  const titles = taken.map(({ cluster }) => cluster.title);
  const stored = release ? await listTitleCandidates(ctx, release.key, titles) : [];
  const reasons = new Map(stored.map(({ title, candidates }) => [title, candidates[0]?.reason ?? null]));
  return taken.map(({ cluster, occupations }) => ({
    key: cluster.key,
    title: cluster.title,
    people: cluster.unmapped,
    occupation: occupations.map(({ soc }) => names.get(soc) ?? soc).join(' and '),
    score: cluster.decision ? null : (cluster.best?.score ?? null),
    reason: cluster.decision ? null : (reasons.get(cluster.title) ?? null),
  }));
}

function unmappedOf(clusters: readonly { readonly unmapped: number }[]): number {
  return clusters.reduce((sum, { unmapped }) => sum + unmapped, 0);
}
