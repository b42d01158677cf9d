import type { TenantContext } from '#db/tenancy';
import { enqueue } from '#jobs/enqueue';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { reachOf } from '~/modules/organizations/domain/permissions';
import { meetsPerson } from '~/modules/people/domain/directory-scope';
import { getDirectoryScope } from '~/modules/people/queries/get-directory-scope';
import { getEmployee } from '~/modules/people/queries/get-employee';
import { listManagersAbove } from '~/modules/people/queries/list-managers-above';
import { Conflict, Forbidden, NotFound } from '~/shared/errors';
import { insertPeer, listPeopleOfUsers, listRatersOf, type PeerState, updatePeer } from '../data/cycle-peers';
import { deleteReminderBefore } from '../data/cycle-progress';
import { requirePeerRight } from '../queries/peer-rights';
import type { Runner } from '../queries/require-cycle';

/** Most peers of one person in one cycle. */
const MOST_PEERS = 12;

interface NewPeer extends PeerWish {
  /** Users whose role rates nobody (listNonRaters). */
  readonly nonRaters: readonly string[];
}

interface PeerWish {
  readonly cycleId: string;
  readonly employeeId: string;
  readonly peerId: string;
}

/**
 * Names a peer: at once when the manager or who runs the cycle does, as a proposal when the person does.
 * @throws NotFound for whoever has no say, or does not meet the peer in the directory; Conflict, also for managers and for
 * whoever has a role that rates nobody.
 */
export async function namePeer(
  ctx: TenantContext,
  viewer: Runner,
  { nonRaters, ...wish }: NewPeer,
): Promise<PeerState> {
  const { right, today, ...rest } = await requireOpen(ctx, viewer, wish);
  const { cycleId, employeeId, peerId } = wish;
  const reach = reachOf(viewer.role, 'directory:read');
  const { employment } = await getEmployee(ctx, { employeeId: peerId }, today);
  const scope = await getDirectoryScope(ctx, { viewer, reach }, today);
  const { teamId = null, managerId = null, status = null } = employment ?? {};
  const peer = { employeeId: peerId, teamId, managerId, status };
  if (!meetsPerson(scope, peer)) throw new NotFound('There is no such person in this organization.');
  if (peer.status !== 'active' && peer.status !== 'leave')
    throw new Conflict('This person does not work here today.');
  await requireNotAbove(ctx, wish, { today, managerId: rest.managerId });
  if ((await listPeopleOfUsers(ctx, nonRaters)).includes(peerId))
    throw new Conflict('Owners, administrators and HR partners rate nobody. Choose somebody else.');
  const known = await listRatersOf(ctx, cycleId, employeeId);
  if (
    known.filter(({ raterKind, state }) => raterKind === 'peer' && state !== 'declined').length >= MOST_PEERS
  )
    throw new Conflict(`At most ${MOST_PEERS} peers rate one person in a cycle.`);
  const state = right === 'decides' ? 'approved' : 'proposed';
  const added = await insertPeer(ctx, {
    ...{ cycleId, employeeId, raterId: peerId },
    ...{ state, proposedBy: viewer.id },
  });
  if (!added) throw new Conflict('This person is asked or proposed already.');
  await settled(ctx, wish, { state, today });
  return state;
}

/**
 * Approves a proposed peer, or takes one off who has not rated. Throws Forbidden for the person, NotFound, Conflict, also
 * where the peer came to manage the person since.
 */
export async function decidePeer(
  ctx: TenantContext,
  viewer: Runner,
  { state, ...wish }: PeerWish & { readonly state: 'approved' | 'declined' },
): Promise<void> {
  const { right, today, managerId } = await requireOpen(ctx, viewer, wish);
  if (right !== 'decides') throw new Forbidden('Your manager decides who rates you.');
  if (state === 'approved') await requireNotAbove(ctx, wish, { today, managerId });
  const { cycleId, employeeId, peerId } = wish;
  const known = await listRatersOf(ctx, cycleId, employeeId);
  if (state === 'declined' && known.some(({ raterId, rated }) => raterId === peerId && rated))
    throw new Conflict('This peer has rated already.');
  if (!(await updatePeer(ctx, { cycleId, employeeId, raterId: peerId }, state)))
    throw new Conflict('Somebody else decided this meanwhile. Open the page again.');
  await settled(ctx, wish, { state, today });
}

async function requireNotAbove(
  ctx: TenantContext,
  { employeeId, peerId }: PeerWish,
  { today, managerId }: { readonly today: string; readonly managerId: string | null },
): Promise<void> {
  const above = (await listManagersAbove(ctx, [employeeId], today)).get(employeeId);
  if (peerId === employeeId || peerId === managerId || above?.has(peerId))
    throw new Conflict('The person and those above them are no peers: who manages rates as manager.');
}

async function requireOpen(ctx: TenantContext, viewer: Runner, wish: PeerWish) {
  const right = await requirePeerRight(ctx, viewer, wish);
  if (right.cycle.state !== 'open') throw new Conflict('This cycle is not open.');
  return right;
}

/** A peer who is asked from now on is told of it with the next letters, were they told of the cycle before or not. */
async function settled(
  ctx: TenantContext,
  { cycleId, employeeId, peerId }: PeerWish,
  { state, today }: { readonly state: PeerState; readonly today: string },
): Promise<void> {
  recordAudit(ctx, {
    action: 'cycle.peer',
    subject: { kind: 'employee', id: employeeId },
    details: { cycle: cycleId, peer: peerId, state },
  });
  if (state !== 'approved') return;
  await deleteReminderBefore(ctx, { cycleId, employeeId: peerId }, today);
  await enqueue(ctx, 'cycle-letters', {});
}
