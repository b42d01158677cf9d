import type { TenantContext } from '#db/tenancy';
import { enqueue } from '#jobs/enqueue';
import { isUnderWay } from '~/modules/organizations/queries/list-own-jobs';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { insertMappedOccupations } from '../data/mapped-occupations';
import { deleteOtherTitleScores, listTitleScores, upsertTitleScores } from '../data/title-scores';
import type { TitleMatch } from '../domain/titles/match-title';
import { findReleaseKey, judgedTitles } from '../queries/judged-titles';

/** Titles that the release in service has not scored yet. */
export interface Unscored {
  readonly releaseKey: string;
  readonly titles: readonly string[];
}

/**
 * Finds the titles to be matched, forgets the scores of titles that nobody has, and notes what the occupations that
 * people hold are called now, so that another title in a later release is seen. Null when no release is loaded.
 */
export async function prepareScoring(ctx: TenantContext): Promise<Unscored | null> {
  const { clusters, release, live } = await judgedTitles(ctx, {
    day: await organizationDay(ctx),
    teamIds: null,
  });
  if (!release) return null;
  const titles = clusters.flatMap(({ spellings }) => spellings.map(({ title }) => title));
  await deleteOtherTitleScores(ctx, titles);
  await insertMappedOccupations(
    ctx,
    clusters.flatMap(({ key, held }) =>
      held.flatMap(({ soc }) => {
        const socTitle = live.get(soc);
        return socTitle === undefined ? [] : [{ titleKey: key, soc, socTitle }];
      }),
    ),
  );
  const scored = new Set((await listTitleScores(ctx, release.key)).map(({ title }) => title));
  return { releaseKey: release.key, titles: titles.filter((title) => !scored.has(title)) };
}

/** Keeps what titles were matched with; nothing when another release is served by now. */
export async function storeScores(
  ctx: TenantContext,
  releaseKey: string,
  matches: readonly TitleMatch[],
): Promise<void> {
  if ((await findReleaseKey(ctx)) === releaseKey) await upsertTitleScores(ctx, releaseKey, matches);
}

/** Asks for the titles of the organization's people to be scored where they are not; whether it did. */
export async function askForScores(ctx: TenantContext): Promise<boolean> {
  const { clusters, release } = await judgedTitles(ctx, {
    day: await organizationDay(ctx),
    teamIds: null,
  });
  const missing = release !== null && clusters.some(({ best }) => best === undefined);
  if (missing) await askOnce(ctx);
  return missing;
}

/** The same for whoever reads the inbox: once the read is over, where it found titles that are not scored. */
export function askForScoresOf(ctx: TenantContext, { unscored }: { readonly unscored: number }): void {
  if (unscored > 0) ctx.atEnd(askOnce);
}

/** Adds the job unless one waits, runs or is tried again: an inbox that is open asks every few seconds. */
async function askOnce(ctx: TenantContext): Promise<void> {
  if (!(await isUnderWay(ctx, 'score-titles'))) await enqueue(ctx, 'score-titles', {});
}
