import { randomUUID } from 'node:crypto';
import type { TenantContext } from '#db/tenancy';
import { enqueue } from '#jobs/enqueue';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { addDays } from '~/shared/calendar-day';
import { lockRefresh } from '../data/dirty-lists';
import { BASE_CUT, findCut, insertCut } from '../data/release-cuts';
import { listReleasePeople } from '../data/release-source';
import { findLatestRelease, insertRelease, insertReleaseFacts, listReleaseFacts } from '../data/releases';
import { FORMULA_VERSION } from '../domain/constants';
import type { ReleaseFacts } from '../domain/suppression/release-facts';
import { TEAM_DIMENSIONS } from '../domain/suppression/team-dimensions';
import { getMethod } from '../queries/get-method';
import { cutInSteps } from './cut-in-steps';
import { listHistory } from './release-history';

export type ReleaseReason = 'first' | 'cycle_closed' | 'month_end';

/**
 * Freezes the tree, the people and the cut for viewers without individual access, in one transaction, and asks for the
 * cuts of the others. A first release is made once; a month end's once a month. Returns the release's id, or null when
 * there was nothing to do.
 */
export async function makeRelease(ctx: TenantContext, reason: ReleaseReason): Promise<string | null> {
  await lockRefresh(ctx);
  const { constants, today } = await getMethod(ctx);
  const latest = await findLatestRelease(ctx);
  const asOf = reason === 'month_end' ? addDays(`${today.slice(0, 7)}-01`, -1) : today;
  if (latest && (reason === 'first' || latest.asOf >= asOf)) return null;

  const tree = await getTeamTree(ctx, asOf);
  const facts: ReleaseFacts = {
    groups: tree.map(({ teamId, parentId, name }) => ({ id: teamId, parentId, name })),
    people: await listReleasePeople(ctx, asOf),
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
    formulaVersion: FORMULA_VERSION,
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
