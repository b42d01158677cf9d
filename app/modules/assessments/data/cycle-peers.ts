import { sql } from 'kysely';
import type { TenantContext } from '#db/tenancy';
import type { AskedKind } from '../domain/cycle';

export const PEER_STATES = ['proposed', 'approved', 'declined'] as const;
export type PeerState = (typeof PEER_STATES)[number];

/** Who is asked, or proposed, to rate a person in a cycle. */
export interface RaterRow {
  readonly raterId: string;
  readonly raterKind: AskedKind;
  readonly state: PeerState;
  /** Id of the user who proposed a peer. */
  readonly proposedBy: string | null;
  /** Whether a rating of theirs is submitted. */
  readonly rated: boolean;
}

/** Everybody who is asked or proposed to rate the person. */
export async function listRatersOf(
  ctx: TenantContext,
  cycleId: string,
  employeeId: string,
): Promise<RaterRow[]> {
  const rows = await ctx.tx
    .selectFrom('cycleRaters as r')
    .select(['r.raterId', 'r.raterKind', 'r.state', 'r.proposedBy'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('assessments as a')
            .select('a.assessmentId')
            .where('a.cycleId', '=', cycleId)
            .where('a.employeeId', '=', employeeId)
            .where('a.state', '=', 'submitted')
            .whereRef('a.raterId', '=', 'r.raterId'),
        )
        .as('rated'),
    )
    .where('r.cycleId', '=', cycleId)
    .where('r.employeeId', '=', employeeId)
    .orderBy('r.addedAt')
    .orderBy('r.raterId')
    .execute();
  return rows as RaterRow[];
}

/** People who sign in as these users. */
export async function listPeopleOfUsers(ctx: TenantContext, userIds: readonly string[]): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('employees')
    .select('employeeId')
    .where(sql<boolean>`user_id = any(${userIds}::uuid[])`)
    .execute();
  return rows.map(({ employeeId }) => employeeId);
}

interface PeerKey {
  readonly cycleId: string;
  readonly employeeId: string;
  readonly raterId: string;
}

/** Adds a peer; false when the person is asked or proposed already. */
export async function insertPeer(
  ctx: TenantContext,
  peer: PeerKey & { readonly state: PeerState; readonly proposedBy: string },
): Promise<boolean> {
  const added = await ctx.tx
    .insertInto('cycleRaters')
    .values({ ...peer, raterKind: 'peer', addedAt: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('raterId')
    .executeTakeFirst();
  return added !== undefined;
}

/** Approves or declines a peer; false when there is none in another state. */
export async function updatePeer(ctx: TenantContext, peer: PeerKey, state: PeerState): Promise<boolean> {
  const changed = await ctx.tx
    .updateTable('cycleRaters')
    .set({ state })
    .where('cycleId', '=', peer.cycleId)
    .where('employeeId', '=', peer.employeeId)
    .where('raterId', '=', peer.raterId)
    .where('raterKind', '=', 'peer')
    .where('state', '<>', state)
    .returning('raterId')
    .executeTakeFirst();
  return changed !== undefined;
}
