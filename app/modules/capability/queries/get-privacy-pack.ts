import { isDeepStrictEqual } from 'node:util';
import type { TenantContext } from '#db/tenancy';
import { getSettings } from '~/modules/organizations/queries/get-settings';
import { listLowerings } from '~/modules/organizations/queries/list-k-lowerings';
import { dayInZone } from '~/shared/calendar-day';
import { NotFound } from '~/shared/errors';
import {
  findPrivacyVersion,
  listPrivacyVersions,
  type PrivacyVersion,
  type PrivacyVersionHead,
} from '../data/privacy-versions';
import { annexOf } from '../domain/privacy/annex';
import { noticeOf } from '../domain/privacy/notice';
import type { PrivacyDocuments } from '../domain/privacy/privacy-document';
import type { PrivacyFacts } from '../domain/privacy/privacy-facts';
import { getMethod } from './get-method';

export type { PrivacyVersion, PrivacyVersionHead } from '../data/privacy-versions';

/** The organization's own words of the pack. */
export interface PrivacyWords {
  readonly contact: string;
  readonly legalGround: string;
}

/** The documents as the settings make them now. */
export async function makePrivacyDocuments(
  ctx: TenantContext,
  organization: string,
  words: PrivacyWords,
): Promise<PrivacyDocuments> {
  const { constants, version, instruments, timeZone } = await getMethod(ctx);
  const { retentionMonths, ratingRetentionMonths } = await getSettings(ctx);
  const lowerings = (await listLowerings(ctx)).flatMap(({ state, fromK, toK, answeredAt }) =>
    state === 'agreed' && answeredAt ? [{ from: fromK, to: toK, day: dayInZone(answeredAt, timeZone) }] : [],
  );
  const facts: PrivacyFacts = {
    organization,
    ...words,
    ...{ constants, methodVersion: version, instruments, timeZone },
    ...{ retentionMonths, ratingRetentionMonths, lowerings },
  };
  return { notice: noticeOf(facts), annex: annexOf(facts) };
}

export interface PrivacyPack {
  readonly versions: PrivacyVersionHead[];
  readonly last: PrivacyVersion | null;
  /** As the settings make them now, with the words of the last version. */
  readonly now: PrivacyDocuments;
  /** Whether what was published last still says what holds; false when nothing was. */
  readonly isCurrent: boolean;
}

/** What the words are until somebody enters them. */
const NO_WORDS: PrivacyWords = { contact: 'not stated yet', legalGround: 'not stated yet' };

/** What was published about privacy, and what would be now. */
export async function getPrivacyPack(ctx: TenantContext, organization: string): Promise<PrivacyPack> {
  const last = (await findPrivacyVersion(ctx)) ?? null;
  const now = await makePrivacyDocuments(ctx, organization, last ?? NO_WORDS);
  const isCurrent = last !== null && isDeepStrictEqual(last.documents, JSON.parse(JSON.stringify(now)));
  return { versions: await listPrivacyVersions(ctx), last, now, isCurrent };
}

/** A version that was published, the last when none is named. Throws NotFound. */
export async function getPrivacyVersion(ctx: TenantContext, version?: number): Promise<PrivacyVersion> {
  const found = await findPrivacyVersion(ctx, version);
  if (!found) throw new NotFound('There is no such version of the privacy notice.');
  return found;
}
