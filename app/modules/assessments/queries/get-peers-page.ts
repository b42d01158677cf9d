import type { TenantContext } from '#db/tenancy';
import { reachOf } from '~/modules/organizations/domain/permissions';
import { EVERYBODY_PRESENT } from '~/modules/people/domain/people-filter';
import { listManagersAbove } from '~/modules/people/queries/list-managers-above';
import { listPeople } from '~/modules/people/queries/list-people';
import { listPeopleNames } from '~/modules/people/queries/list-people-names';
import { listPeopleOfUsers, listRatersOf, type PeerState } from '../data/cycle-peers';
import { requirePeerRight } from './peer-rights';
import type { Runner } from './require-cycle';

/** People that are offered at once. */
const MOST = 50;

export interface ShownPeer {
  readonly raterId: string;
  readonly name: string;
  readonly state: PeerState;
  readonly rated: boolean;
}

export interface PeersQuestion {
  readonly cycleId: string;
  readonly employeeId: string;
  /** Words of names to choose from; empty: the first. */
  readonly query: string;
  /** Users whose role rates nobody (listNonRaters): they are not offered. */
  readonly nonRaters: readonly string[];
}

/**
 * The peers of a person in a cycle for whoever has a say in it, with people to choose from. The person reads neither who
 * has rated nor peers that others named. Throws NotFound.
 */
export async function getPeersPage(
  ctx: TenantContext,
  viewer: Runner,
  { query, nonRaters, ...key }: PeersQuestion,
) {
  const { cycle, today, right, name, managerId } = await requirePeerRight(ctx, viewer, key);
  const raters = await listRatersOf(ctx, key.cycleId, key.employeeId);
  const { rows } = await listPeople(ctx, {
    viewer,
    reach: reachOf(viewer.role, 'directory:read'),
    filter: { ...EVERYBODY_PRESENT, query },
    ...{ asOf: null, sort: 'name', cursor: null, limit: MOST, counted: false },
  });
  const above = (await listManagersAbove(ctx, [key.employeeId], today)).get(key.employeeId) ?? [];
  const silent = await listPeopleOfUsers(ctx, nonRaters);
  const known = raters.map(({ raterId }) => raterId);
  const taken = new Set([key.employeeId, managerId, ...above, ...known, ...silent]);
  const peers = raters.filter(
    ({ raterKind, proposedBy }) => raterKind === 'peer' && (right === 'decides' || proposedBy === viewer.id),
  );
  const names = await listPeopleNames(
    ctx,
    peers.map(({ raterId }) => raterId),
  );
  return {
    ...{ right, name, today },
    ...{ cycleName: cycle.name, isOpen: cycle.state === 'open', peersAnonymous: cycle.peersAnonymous },
    peers: peers.map(
      ({ raterId, state, rated }): ShownPeer => ({
        ...{ raterId, state, name: names.get(raterId) ?? 'Somebody who is not kept any more' },
        rated: right === 'decides' && rated,
      }),
    ),
    choices: rows
      .filter(({ employeeId }) => !taken.has(employeeId))
      .map(({ employeeId, name: of, team }) => ({ employeeId, name: of, team })),
    isCut: rows.length === MOST,
  };
}

export type PeersPage = Awaited<ReturnType<typeof getPeersPage>>;
