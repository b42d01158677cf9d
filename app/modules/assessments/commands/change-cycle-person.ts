import type { TenantContext } from '#db/tenancy';
import { enqueue } from '#jobs/enqueue';
import { listVersionsInForce } from '~/modules/frameworks/queries/list-versions-in-force';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { isDay } from '~/shared/calendar-day';
import { Conflict, InvalidInput, NotFound } from '~/shared/errors';
import { listRatersOf } from '../data/cycle-peers';
import {
  deleteCyclePerson,
  findCyclePerson,
  insertCyclePeople,
  insertOwnRaters,
  updatePersonEnd,
} from '../data/cycle-people';
import { holdCycleEnd } from '../data/cycle-rows';
import { addFrozenVersions } from '../data/cycle-versions';
import { type Runner, requirePersonInScope, requireSeenCycle } from '../queries/require-cycle';

interface PersonKey {
  readonly cycleId: string;
  readonly employeeId: string;
}

/** Adds somebody who came later, with who rates them. Throws Conflict, NotFound, Forbidden. */
export async function addCyclePerson(ctx: TenantContext, viewer: Runner, key: PersonKey): Promise<void> {
  const { cycle, today, person } = await openFor(ctx, viewer, key);
  const { cycleId, employeeId } = key;
  const status = person.employment?.status;
  if (status !== 'active' && status !== 'leave')
    throw new Conflict('This person does not work here today, so nobody can rate them.');
  const people = { cycleId, employeeIds: [employeeId], day: today };
  if ((await insertCyclePeople(ctx, people)) === 0)
    throw new Conflict('This person is in the cycle already.');
  await insertOwnRaters(ctx, people, cycle.raterKinds);
  const soc = (await findCyclePerson(ctx, cycleId, employeeId))?.soc;
  if (soc && !cycle.frameworkVersions[soc])
    await addFrozenVersions(ctx, cycleId, await listVersionsInForce(ctx, [soc], cycle.instruments));
  note(ctx, key, { what: 'added', closesOn: null });
  await enqueue(ctx, 'cycle-letters', {});
}

/** Takes somebody out of whom nothing was submitted; drafts about them stay drafts. Throws as addCyclePerson. */
export async function removeCyclePerson(ctx: TenantContext, viewer: Runner, key: PersonKey): Promise<void> {
  const { cycleId, employeeId } = key;
  await openFor(ctx, viewer, key);
  if ((await listRatersOf(ctx, cycleId, employeeId)).some(({ rated }) => rated))
    throw new Conflict('Somebody has rated this person in this cycle already, so they stay in it.');
  if (!(await deleteCyclePerson(ctx, cycleId, employeeId))) throw notIn();
  note(ctx, key, { what: 'removed', closesOn: null });
}

/** Lets one person be rated until a day of their own; an empty day: until the cycle's end. Throws as addCyclePerson. */
export async function extendForPerson(
  ctx: TenantContext,
  viewer: Runner,
  { closesOn, ...key }: PersonKey & { readonly closesOn: string },
): Promise<void> {
  const { today } = await openFor(ctx, viewer, key);
  const end = await holdCycleEnd(ctx, key.cycleId);
  if (end === undefined) throw notOpen();
  const until = closesOn === '' ? null : closesOn;
  if (until !== null && (!isDay(until) || until < today || until < end)) {
    const detail = "Enter a day that is neither past nor before the cycle's end.";
    throw new InvalidInput(detail, [{ pointer: 'closesOn', detail }]);
  }
  if (!(await updatePersonEnd(ctx, key, until))) throw notIn();
  note(ctx, key, { what: until === null ? 'not_extended' : 'extended', closesOn: until });
}

async function openFor(ctx: TenantContext, viewer: Runner, { cycleId, employeeId }: PersonKey) {
  const seen = await requireSeenCycle(ctx, viewer, cycleId);
  if (seen.cycle.state !== 'open') throw notOpen();
  return { ...seen, person: await requirePersonInScope(ctx, seen, employeeId) };
}

function notOpen(): Conflict {
  return new Conflict('This cycle is not open.');
}

function notIn(): NotFound {
  return new NotFound('This person is not in the cycle.');
}

function note(
  ctx: TenantContext,
  { cycleId, employeeId }: PersonKey,
  details: {
    readonly what: 'added' | 'removed' | 'extended' | 'not_extended';
    readonly closesOn: string | null;
  },
): void {
  recordAudit(ctx, {
    action: 'cycle.person',
    subject: { kind: 'employee', id: employeeId },
    details: { cycle: cycleId, ...details },
  });
}
