import { randomUUID } from 'node:crypto';
import type { TenantContext } from '#db/tenancy';
import { enqueue } from '#jobs/enqueue';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { getSettings } from '~/modules/organizations/queries/get-settings';
import { addDays } from '~/shared/calendar-day';
import { lockRefresh } from '../data/dirty-lists';
import { hasComputedSince, hasLevels } from '../data/profiles';
import { BASE_CUT, findCut, insertCut } from '../data/release-cuts';
import {
  findLatestRelease,
  insertRelease,
  insertReleaseFacts,
  listReleaseFacts,
  type ReleaseRow,
} from '../data/releases';
import { getMethod } from '../queries/get-method';
import { cutInSteps } from './cut-in-steps';
import { freezeFacts } from './freeze-facts';
import { keepOverviewSnapshot } from './keep-overview-snapshot';
import { refreshDirty } from './refresh-dirty';
import { listTrees } from './release-history';

export type ReleaseReason = 'first' | 'cycle_closed' | 'month_end';

/**
 * Freezes the tree, the people and the cut for viewers without individual access, in one transaction, and asks for the
 * cuts of the others. What waits to be computed is computed before, in the same lock. A first release is made once, and
 * not before somebody is assessed; a month end's once a month, with the levels of its day; when a cycle closes, a second
 * one of the day only where something was computed since the one before. Returns the release's id, or null when there
 * was nothing to do.
 */
export async function makeRelease(ctx: TenantContext, reason: ReleaseReason): Promise<string | null> {
  await lockRefresh(ctx);
  const method = await getMethod(ctx);
  const { constants, today } = method;
  const latest = await findLatestRelease(ctx);
  const asOf = reason === 'month_end' ? addDays(`${today.slice(0, 7)}-01`, -1) : today;
  if (latest && isMade(latest, reason, asOf)) return null;
  while ((await refreshDirty(ctx)).remaining > 0);
  const isNew = latest
    ? latest.asOf < asOf || (await hasComputedSince(ctx, latest.madeAt))
    : await hasLevels(ctx);
  if (!isNew) return null;
  const { facts, exposureRelease, past } = await freezeFacts(ctx, { method, asOf });
  const requirements = await keepOverviewSnapshot(ctx, { method, asOf, past });
  const aiUseTree = latest?.aiUseTree ?? (await getSettings(ctx)).aiUseTree;
  const releaseId = randomUUID();
  const previous = latest ? ((await findCut(ctx, latest.releaseId, BASE_CUT)) ?? null) : null;
  const cut = await cutInSteps({
    release: { id: releaseId, day: asOf },
    trees: await listTrees(ctx, { facts, previous, aiUseTree, factsOf: listReleaseFacts }),
    k: constants.suppressionK,
    individualAccess: new Set(),
    previous,
  });
  await insertRelease(ctx, {
    releaseId,
    sequence: (latest?.sequence ?? 0) + 1,
    asOf,
    reason,
    suppressionK: constants.suppressionK,
    formulaVersion: method.version,
    constants,
    requirements,
    aiUseTree,
    exposureRelease,
    madeAt: ctx.now,
  });
  await insertReleaseFacts(ctx, releaseId, facts);
  await insertCut(ctx, { releaseId, cutKey: BASE_CUT, cut });
  await enqueue(ctx, 'prepare-release-cuts', {});
  recordAudit(ctx, {
    action: 'release.make',
    subject: { kind: 'release', id: releaseId },
    details: { reason },
  });
  return releaseId;
}

/** Whether the release that a reason asks for is there without a look at any figure. */
function isMade(latest: ReleaseRow, reason: ReleaseReason, asOf: string): boolean {
  if (reason === 'first') return true;
  return reason === 'month_end' ? latest.asOf >= asOf : latest.asOf > asOf;
}
