import type { TenantArgs } from '~/http/tenant-route.server';
import { peerWords } from '~/modules/assessments/domain/peer-words';
import { listOpenPurposes } from '~/modules/assessments/queries/list-open-purposes';
import { listPeerChoices } from '~/modules/assessments/queries/list-peer-choices';
import { type AskedCycle, ratingGrid, statementsOfTask } from '~/modules/assessments/queries/rating-grid';
import { getSettings } from '~/modules/organizations/queries/get-settings';
import { NotFound } from '~/shared/errors';
import { isUuid } from '~/shared/is-uuid';

/** What the rater's grid shows; null where the sign-in belongs to no person of the directory. */
export async function gridState({ ctx, viewer, url }: TenantArgs) {
  const { organization } = viewer;
  const base = `/o/${organization.slug}`;
  const shared = { organization: organization.name, base };
  if (viewer.employeeId === null) return { ...shared, grid: null };
  const { cycles, people, cycle, raterId, today, instruments, dimensions } = await ratingGrid(
    ctx,
    viewer,
    askedCycle(url.searchParams.get('cycle')),
  );
  const soc = people.find((person) => person.hindrance === null)?.soc ?? null;
  const statements = await statementsOfTask(ctx, { cycle, instruments, dimensions }, soc);
  return {
    ...shared,
    grid: {
      ...{ raterId, today, dimensions, people, cycles },
      peerChoices: cycle ? await listPeerChoices(ctx, cycle, { managerId: raterId, today }) : [],
      ownPeersTo:
        cycle && (await proposesPeers(ctx, raterId, cycle.cycleId))
          ? `${base}/assessments/${cycle.cycleId}/peers/${raterId}`
          : null,
      cycle: cycle && {
        ...{ cycleId: cycle.cycleId, name: cycle.name, purpose: cycle.purpose },
        ...{ state: cycle.state, closesOn: cycle.closesOn, isBlind: cycle.selfManager === 'blind' },
        asPeer: people.some(({ raterKind }) => raterKind === 'peer') ? peerWords(cycle) : null,
      },
      statements: soc === null ? {} : { [soc]: statements },
      user: viewer.id,
      organizationId: organization.id,
      timeZone: (await getSettings(ctx)).timeZone,
    },
    submitted: countIn(url, 'submitted'),
    leftOut: countIn(url, 'left') ?? 0,
  };
}

/** Whether somebody proposes who rates them in a cycle. */
async function proposesPeers(ctx: TenantArgs['ctx'], employeeId: string, cycleId: string): Promise<boolean> {
  const purposes = await listOpenPurposes(ctx, employeeId);
  return purposes.some((one) => one.cycleId === cycleId && one.proposesPeers);
}

/** A count that an address tells of a form before. */
export function countIn(url: URL, name: string): number | null {
  const text = url.searchParams.get(name);
  return text !== null && /^\d{1,4}$/.test(text) ? Number(text) : null;
}

/** What the address asks for. Throws NotFound for what is no id. */
export function askedCycle(text: string | null): AskedCycle {
  if (text === null || text === '') return undefined;
  if (text === 'own') return 'own';
  if (isUuid(text)) return text;
  throw new NotFound('There is no such cycle.');
}

/** The cycle of a form: empty is of one's own accord. */
export function cycleOf(text: string): string | null {
  if (text === '' || text === 'own') return null;
  if (isUuid(text)) return text;
  throw new NotFound('There is no such cycle.');
}
