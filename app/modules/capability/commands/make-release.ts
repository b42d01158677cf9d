import { randomUUID } from 'node:crypto';
import type { TenantContext } from '#db/tenancy';
import { enqueue } from '#jobs/enqueue';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
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
import type { ReleaseFacts } from '../domain/suppression/release-facts';
import { TEAM_DIMENSIONS } from '../domain/suppression/team-dimensions';
import { getMethod } from '../queries/get-method';
import { cutInSteps } from './cut-in-steps';
import { refreshDirty } from './refresh-dirty';
import { listHistory } from './release-history';
import { listPeopleOfRelease } from './release-people';

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
  const tree = await getTeamTree(ctx, asOf);
  const facts: ReleaseFacts = {
    groups: tree.map(({ teamId, parentId, name }) => ({ id: teamId, parentId, name })),
    people: await listPeopleOfRelease(ctx, { method, asOf }),
  };
  const releaseId = randomUUID();
  const previous = latest ? ((await findCut(ctx, latest.releaseId, BASE_CUT)) ?? null) : null;
  const cut = await cutInSteps({
    release: { id: releaseId, day: asOf },
    facts,
    dimensions: TEAM_DIMENSIONS,
    k: constants.suppressionK,
    individualAccess: new Set(),
    previous,
    history: await listHistory(ctx, previous, listReleaseFacts),
  });
  await insertRelease(ctx, {
    releaseId,
    sequence: (latest?.sequence ?? 0) + 1,
    asOf,
    reason,
    suppressionK: constants.suppressionK,
    formulaVersion: method.version,
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
