import type { TenantContext } from '#db/tenancy';
import { listTitleCandidates } from '../data/title-scores';
import { INBOX_FILTERS, type InboxFilter } from '../domain/mapping/mapping-state';
import type { OccupationShare } from '../domain/mapping/occupation-shares';
import { rememberedOf, waitingPeople } from '../domain/mapping/proposals';
import { foldTitle } from '../domain/titles/fold-title';
import type { TitleCandidate } from '../domain/titles/match-title';
import { type JudgedTitle, type JudgedTitles, judgedTitles, type TitlesQuestion } from './judged-titles';

export interface NamedShare extends OccupationShare {
  /** What the occupation is called; its code where nobody knows. */
  readonly title: string;
}

/** A cluster as the inbox shows it. */
export interface InboxTitle extends Omit<JudgedTitle, 'decision' | 'held'> {
  readonly held: readonly { readonly soc: string; readonly title: string; readonly people: number }[];
  /** Of the decision about it; 0: none. */
  readonly version: number;
  /** What was decided before, to be proposed first; null when nothing was, or one of its occupations is no more. */
  readonly remembered: readonly NamedShare[] | null;
  /** Up to five; null while the title was not matched yet. */
  readonly candidates: readonly TitleCandidate[] | null;
  /** People who wait for a decision. */
  readonly waiting: number;
}

export interface TitleTotals {
  readonly titles: number;
  readonly people: number;
}

export interface MappingInbox {
  readonly titles: readonly InboxTitle[];
  readonly totals: Readonly<Record<InboxFilter, TitleTotals>>;
  /** How many the filter and the query leave. */
  readonly found: number;
  readonly pages: number;
  /** Number of the release that is served; null when none is loaded. */
  readonly release: string | null;
  /** Clusters that were not matched yet. */
  readonly unscored: number;
}

export interface InboxQuestion extends TitlesQuestion {
  readonly filter: InboxFilter;
  /** Words that a title has; empty: any title. */
  readonly query: string;
  /** From 1. */
  readonly page: number;
  readonly limit: number;
}

/** One page of the titles that people have, with what each may be and why it is to be looked at. */
export async function getMappingInbox(ctx: TenantContext, question: InboxQuestion): Promise<MappingInbox> {
  const all = await judgedTitles(ctx, question);
  const { page, limit } = question;
  const found = all.clusters.filter(
    (cluster) => isListed(cluster, question.filter) && reads(cluster, question.query),
  );
  const shown = found.slice((page - 1) * limit, page * limit);
  return {
    titles: await inboxTitles(ctx, shown, all),
    totals: totalsOf(all.clusters),
    found: found.length,
    pages: Math.max(1, Math.ceil(found.length / limit)),
    release: all.release?.number ?? null,
    unscored: all.release ? all.clusters.filter(({ best }) => best === undefined).length : 0,
  };
}

/** These clusters with their candidates and the names of occupations. */
export async function inboxTitles(
  ctx: TenantContext,
  clusters: readonly JudgedTitle[],
  { release, names, live }: JudgedTitles,
): Promise<InboxTitle[]> {
  const stored = release
    ? await listTitleCandidates(
        ctx,
        release.key,
        clusters.map(({ title }) => title),
      )
    : [];
  const candidates = new Map(stored.map((row) => [row.title, row.candidates]));
  const named = (soc: string) => names.get(soc) ?? soc;
  return clusters.map((cluster) => {
    const { decision, held, ...rest } = cluster;
    const remembered = rememberedOf(cluster, release ? live : names);
    return {
      ...rest,
      held: held.map((one) => ({ ...one, title: named(one.soc) })),
      version: decision?.version ?? 0,
      remembered: remembered?.map((one) => ({ ...one, title: named(one.soc) })) ?? null,
      candidates: release ? (candidates.get(cluster.title) ?? null) : [],
      waiting: waitingPeople(cluster),
    };
  });
}

/** Whether the filter lists the cluster. */
export function isListed({ states }: Pick<JudgedTitle, 'states'>, filter: InboxFilter): boolean {
  if (filter === 'all') return true;
  return filter === 'review' ? !states.includes('mapped') : states.includes(filter);
}

function reads({ key, spellings }: JudgedTitle, query: string): boolean {
  const words = foldTitle(query).split(' ').filter(Boolean);
  const text = [key, ...spellings.map(({ title }) => foldTitle(title))].join(' ');
  return words.every((word) => text.includes(word));
}

function totalsOf(clusters: readonly JudgedTitle[]): Record<InboxFilter, TitleTotals> {
  const totals = INBOX_FILTERS.map((filter) => {
    const listed = clusters.filter((cluster) => isListed(cluster, filter));
    return [
      filter,
      { titles: listed.length, people: listed.reduce((sum, { people }) => sum + people, 0) },
    ] as const;
  });
  return Object.fromEntries(totals) as Record<InboxFilter, TitleTotals>;
}
