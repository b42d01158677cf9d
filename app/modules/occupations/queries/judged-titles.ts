import { createHash } from 'node:crypto';
import type { TenantContext } from '#db/tenancy';
import { isRoleBand } from '~/modules/people/domain/role-band';
import { countTitles } from '~/modules/people/queries/count-titles';
import { listLoadedTitles, listOwnTitles, listSharedTitles } from '../data/catalogue-titles';
import { listMappedOccupations } from '../data/mapped-occupations';
import { listTitleMappingOccupations, listTitleMappings } from '../data/title-mappings';
import { listTitleScores } from '../data/title-scores';
import { clusterTitles, type TitleCluster } from '../domain/mapping/cluster-titles';
import { type JudgedCluster, judgeCluster } from '../domain/mapping/mapping-state';
import type { OccupationShare } from '../domain/mapping/occupation-shares';
import { findTitleRelease } from './title-training';

/** Goes up when the matcher gives other scores for the same release. */
const SCORING = 1;

/** What a person decided about a title. */
export interface Decision {
  readonly version: number;
  readonly confirmedBy: string;
  readonly confirmedAt: Date;
  readonly occupations: readonly OccupationShare[];
}

/** A cluster of titles with what is known of it. */
export interface JudgedTitle extends TitleCluster, JudgedCluster {
  readonly decision: Decision | null;
  /** The best candidate of its title; null when there is none, undefined while it was not matched yet. */
  readonly best: { readonly soc: string; readonly score: number } | null | undefined;
}

export interface JudgedTitles {
  readonly clusters: readonly JudgedTitle[];
  /** The release that is served; null when none is loaded. */
  readonly release: { readonly number: string; readonly key: string } | null;
  /** What each occupation is called: by the release, by the organization, else as the catalogue ever had it. */
  readonly names: ReadonlyMap<string, string>;
  /** What the release and the organization call the occupations that they have. */
  readonly live: ReadonlyMap<string, string>;
}

export interface TitlesQuestion {
  readonly day: string;
  /** Teams whose people are meant; null: all. */
  readonly teamIds: readonly string[] | null;
}

/** The titles that people have on a day, in clusters, with why each is to be looked at (method 10). */
export async function judgedTitles(ctx: TenantContext, question: TitlesQuestion): Promise<JudgedTitles> {
  const { titles, held } = await countTitles(ctx, question);
  const { release, live, names } = await occupationNames(ctx);
  const scores = new Map<string, ReadonlyMap<string, number>>();
  for (const row of release ? await listTitleScores(ctx, release.key) : []) {
    scores.set(row.title, new Map(row.socs.map((soc, at) => [soc, row.scores[at] ?? 0])));
  }
  const decisions = await listDecisions(ctx);
  const noted = Map.groupBy(await listMappedOccupations(ctx), ({ titleKey }) => titleKey);
  const clusters = clusterTitles(titles, held).map((cluster): JudgedTitle => {
    const own = scores.get(cluster.title);
    const decision = decisions.get(cluster.key) ?? null;
    const judged = judgeCluster(cluster, {
      known: live,
      noted: new Map((noted.get(cluster.key) ?? []).map(({ soc, socTitle }) => [soc, socTitle])),
      scores: own,
      decided: decision !== null,
      hasRelease: release !== null,
    });
    const [first] = own ?? [];
    return {
      ...cluster,
      ...judged,
      decision,
      best: own && (first ? { soc: first[0], score: first[1] } : null),
    };
  });
  return { clusters, release, names, live };
}

/** The release that is served, with what occupations are called. */
export async function occupationNames(ctx: TenantContext): Promise<Omit<JudgedTitles, 'clusters'>> {
  const served = await findTitleRelease(ctx);
  const own = await listOwnTitles(ctx);
  const loaded = served ? await listLoadedTitles(ctx, served.loads.occupations) : [];
  const pairs = (rows: readonly { soc: string; title: string }[]) =>
    rows.map(({ soc, title }) => [soc, title] as const);
  const live = new Map([...pairs(loaded), ...pairs(own)]);
  return {
    release: served && { number: served.release, key: keyOf(served.key) },
    live,
    names: new Map([...pairs(await listSharedTitles(ctx)), ...live]),
  };
}

/** The key of the release that is served, under which scores are kept; null when none is loaded. */
export async function findReleaseKey(ctx: TenantContext): Promise<string | null> {
  const served = await findTitleRelease(ctx);
  return served ? keyOf(served.key) : null;
}

const keyOf = (loads: string) =>
  createHash('sha256').update(`${SCORING} ${loads}`).digest('hex').slice(0, 32);

async function listDecisions(ctx: TenantContext): Promise<Map<string, Decision>> {
  const parts = Map.groupBy(await listTitleMappingOccupations(ctx), ({ titleKey }) => titleKey);
  return new Map(
    (await listTitleMappings(ctx)).map(({ titleKey, ...decision }) => [
      titleKey,
      {
        ...decision,
        occupations: (parts.get(titleKey) ?? []).map(({ soc, share, roleBand }) => ({
          soc,
          share,
          roleBand: roleBand !== null && isRoleBand(roleBand) ? roleBand : null,
        })),
      },
    ]),
  );
}
