import type { TenantContext } from '#db/tenancy';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { Unavailable } from '~/shared/errors';
import {
  type AssignedRelease,
  BASE_CUT,
  findCut,
  insertAssignments,
  listAssignedReleases,
} from '../data/release-cuts';
import type { ReleaseRow } from '../data/releases';
import { type IndividualAccess, readsNobody } from '../domain/individual-access';
import { coarsenCut } from '../domain/suppression/coarsen-cut';
import type { ReleaseCut } from '../domain/suppression/release-cut';
import { viewerKeyOf } from '../domain/viewer-key';
import { listPeopleKnown } from './list-people-known';
import { cachedCut, rememberCut } from './release-cut-cache';

export interface ReleasedView {
  readonly release: ReleaseRow;
  readonly cut: ReleaseCut;
}

export interface ReleasedFor {
  /** What the viewer reads; null before the first release, and while the viewer has no cut of any. */
  readonly released: ReleasedView | null;
  /** The viewer has no cut of the last release: ask for it with askForReleaseCuts. */
  readonly preparing: boolean;
}

interface CutQuery {
  readonly viewer: Viewer;
  /** The last release on or before this day is read. */
  readonly day: string;
  readonly individual: IndividualAccess;
  /** Today's setting; raising it applies to everything released before. */
  readonly suppressionK: number;
}

/**
 * What a suppressed viewer reads: the cut that was given to the viewer once and for good. Nothing is cut here. Who has
 * none of the last release reads the one before meanwhile; who has none at all and no individual
 * access takes the one that all such viewers share, and keeps it.
 */
export async function getReleaseCut(ctx: TenantContext, query: CutQuery): Promise<ReleasedFor> {
  const viewerKey = viewerKeyOf(query.viewer);
  const releases = await listAssignedReleases(ctx, viewerKey, query.day);
  const last = releases.at(-1);
  if (!last) return { released: null, preparing: false };
  const isNew = releases.every((release) => release.cutKey === null);
  const knowsNobody = async () => (await listPeopleKnown(ctx, query.viewer, query.day)).size === 0;
  if (
    isNew &&
    query.viewer.teamScope.length === 0 &&
    readsNobody(query.individual) &&
    (await knowsNobody())
  ) {
    giveBaseCuts(ctx, viewerKey, releases);
    return {
      released: await readCut(ctx, { ...last, cutKey: BASE_CUT }, query.suppressionK),
      preparing: false,
    };
  }
  const preparing = last.cutKey === null;
  const readable = releases.findLast((release) => release.cutKey !== null);
  return { released: readable ? await readCut(ctx, readable, query.suppressionK) : null, preparing };
}

/** Before the answer is sent: what was shown stays the viewer's, whatever individual access comes later. */
function giveBaseCuts(ctx: TenantContext, viewerKey: string, releases: readonly AssignedRelease[]): void {
  const given = releases.map(({ releaseId }) => ({ releaseId, cutKey: BASE_CUT }));
  ctx.atEnd(async (end) => {
    if (await insertAssignments(end, viewerKey, given)) return;
    const now = await listAssignedReleases(end, viewerKey, releases.at(-1)?.asOf ?? '');
    if (now.some(({ cutKey }) => cutKey !== BASE_CUT))
      throw new Unavailable('What you may see has just changed. Load the page again.');
  });
}

async function readCut(
  ctx: TenantContext,
  { cutKey, ...release }: AssignedRelease,
  suppressionK: number,
): Promise<ReleasedView> {
  const k = Math.max(release.suppressionK, suppressionK);
  const key = {
    organizationId: ctx.organizationId,
    releaseId: release.releaseId,
    cutKey: cutKey ?? BASE_CUT,
    k,
  };
  const cached = cachedCut(key);
  if (cached) return { release, cut: cached };
  const stored = await findCut(ctx, key.releaseId, key.cutKey);
  if (!stored) throw new Unavailable('The released figures are not there at the moment. Try again later.');
  const cut = coarsenCut(stored, k);
  rememberCut(key, cut);
  return { release, cut };
}
