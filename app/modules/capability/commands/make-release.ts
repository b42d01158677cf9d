import { randomUUID } from 'node:crypto';
import type { TenantContext } from '#db/tenancy';
import { getTeamTree } from '~/modules/people/queries/get-team-tree';
import { addDays } from '~/shared/calendar-day';
import { lockRefresh } from '../data/dirty-lists';
import { listReleasePeople } from '../data/release-source';
import {
  findBaseCut,
  findLatestRelease,
  insertBaseCut,
  insertRelease,
  insertReleaseFacts,
  listReleaseFacts,
} from '../data/releases';
import { FORMULA_VERSION } from '../domain/constants';
import { cutRelease } from '../domain/suppression/cut-release';
import { releasesInUse } from '../domain/suppression/release-cut';
import type { ReleaseFacts, ReleasePerson } from '../domain/suppression/release-facts';
import { TEAM_DIMENSIONS } from '../domain/suppression/team-dimensions';
import { getMethod } from '../queries/get-method';

export type ReleaseReason = 'first' | 'cycle_closed' | 'month_end';

/**
 * Freezes the tree, the people and the cut for viewers without individual access, in one transaction. A first
 * release is made once; a month end's once a month. Returns the release's id, or null when there was nothing to do.
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
  const previous = latest ? ((await findBaseCut(ctx, latest.releaseId)) ?? null) : null;
  const history = new Map<string, readonly ReleasePerson[]>();
  for (const used of previous ? releasesInUse(previous) : [])
    history.set(used, (await listReleaseFacts(ctx, used)).people);
  const cut = cutRelease({
    release: { id: releaseId, day: asOf },
    facts,
    dimensions: TEAM_DIMENSIONS,
    k: constants.suppressionK,
    individualAccess: new Set(),
    previous,
    history,
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
  await insertBaseCut(ctx, releaseId, cut);
  return releaseId;
}
