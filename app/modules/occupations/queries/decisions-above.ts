import type { TenantContext } from '#db/tenancy';
import { listTitleCandidates } from '../data/title-scores';
import type { MappingDecision } from '../domain/mapping/mapping-decision';
import type { OccupationShare } from '../domain/mapping/occupation-shares';
import { type Above, proposalsAbove, rememberedOf } from '../domain/mapping/proposals';
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
  /** The first LISTED of them, those of most unmapped people first. */
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
  const named = release ? live : names;
  const { taken: found, contradicted } = proposalsAbove(clusters, { threshold, live: named });
  const taken = [...found].sort((a, b) => b.cluster.unmapped - a.cluster.unmapped);
  return {
    decisions: taken.map(({ cluster, occupations }) => ({
      key: cluster.key,
      version: cluster.decision?.version ?? 0,
      occupations: [...occupations],
      people: 'unmapped',
    })),
    people: unmappedOf(taken.map(({ cluster }) => cluster)),
    listed: await listAbove(ctx, taken.slice(0, LISTED), { ...judged, live: named }),
    contradicted: { titles: contradicted.length, people: unmappedOf(contradicted) },
  };
}

async function listAbove(
  ctx: TenantContext,
  taken: readonly Above<JudgedTitle>[],
  { release, names, live }: JudgedTitles,
): Promise<TitleAbove[]> {
  const titles = taken.map(({ cluster }) => cluster.title);
  const stored = release ? await listTitleCandidates(ctx, release.key, titles) : [];
  const reasons = new Map(stored.map(({ title, candidates }) => [title, candidates[0]?.reason ?? null]));
  return taken.map(({ cluster, occupations }) => {
    const isRemembered = rememberedOf(cluster, live) !== null;
    return {
      key: cluster.key,
      title: cluster.title,
      people: cluster.unmapped,
      occupation: occupations.map(shareWords(names, occupations.length)).join(' and '),
      score: isRemembered ? null : (cluster.best?.score ?? null),
      reason: isRemembered ? null : (reasons.get(cluster.title) ?? null),
    };
  });
}

function shareWords(names: JudgedTitles['names'], of: number) {
  return ({ soc, share }: OccupationShare) =>
    of > 1 ? `${names.get(soc) ?? soc} ${share} %` : (names.get(soc) ?? soc);
}

function unmappedOf(clusters: readonly { readonly unmapped: number }[]): number {
  return clusters.reduce((sum, { unmapped }) => sum + unmapped, 0);
}
