import type { TenantContext } from '#db/tenancy';
import { enqueue } from '#jobs/enqueue';
import { listVersionsInForce } from '~/modules/frameworks/queries/list-versions-in-force';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { startOperation } from '~/modules/organizations/commands/start-operation';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { batches } from '~/shared/batches';
import { Conflict, InvalidInput } from '~/shared/errors';
import { insertCyclePeople, insertOwnRaters, listCycleOccupations } from '../data/cycle-people';
import { findCycle, updateCycleState } from '../data/cycle-rows';
import type { Cycle } from '../domain/cycle';
import { openingFaults } from '../domain/opening-faults';
import { listCycleFilterIds } from '../queries/list-cycle-filter-ids';
import { type Runner, requireOwnCycle } from '../queries/require-cycle';
import { CYCLE_CHANGED } from './change-cycle-draft';

/**
 * Asks for a draft to be opened, as an operation; the worker does it. Returns the operation's id.
 * @param revision as the page showed it. Throws Conflict, Forbidden, NotFound; InvalidInput for a draft that is not ready.
 */
export async function startOpening(
  ctx: TenantContext,
  viewer: Runner,
  { cycleId, revision }: Pick<Cycle, 'cycleId' | 'revision'>,
): Promise<{ readonly id: string }> {
  const { cycle, today } = await requireOwnCycle(ctx, viewer, cycleId);
  if (cycle.state !== 'draft' || cycle.revision !== revision) throw new Conflict(CYCLE_CHANGED);
  requireReady(cycle, today);
  if ((await listCycleFilterIds(ctx, cycle, today)).length === 0)
    throw new InvalidInput('Nobody is in this cycle. Choose other people.');
  const { id } = await startOperation(ctx, { kind: 'open-cycle', input: { cycleId, revision } });
  await enqueue(ctx, 'open-cycle', { operationId: id }, { key: null });
  return { id };
}

function requireReady(cycle: Cycle, today: string): void {
  const faults = openingFaults(cycle, today);
  if (faults.length > 0) throw new InvalidInput(faults.map(({ detail }) => detail).join(' '), faults);
}

/**
 * Opens a draft, in the transaction of the caller and so as a whole or not at all: who is rated, who rates them, the
 * versions of the frameworks, the state; and asks for the letters.
 * @param report takes how far it is, 0 to 1. Throws Conflict when the draft is another one by now.
 */
export async function openCycle(
  ctx: TenantContext,
  { cycleId, revision }: Pick<Cycle, 'cycleId' | 'revision'>,
  { report, asker }: { readonly report: (share: number) => void; readonly asker?: TenantContext['actor'] },
): Promise<number> {
  const cycle = await findCycle(ctx, cycleId);
  if (cycle?.state !== 'draft' || cycle.revision !== revision) throw new Conflict(CYCLE_CHANGED);
  const day = await organizationDay(ctx);
  requireReady(cycle, day);
  const ids = await listCycleFilterIds(ctx, cycle, day);
  let done = 0;
  for (const employeeIds of batches(ids)) {
    await insertCyclePeople(ctx, { cycleId, employeeIds, day });
    await insertOwnRaters(ctx, { cycleId, employeeIds, day }, cycle.raterKinds);
    done += employeeIds.length;
    report((0.9 * done) / ids.length);
  }
  const socs = await listCycleOccupations(ctx, cycleId);
  const frameworkVersions = await listVersionsInForce(ctx, socs, cycle.instruments);
  if (!(await updateCycleState(ctx, cycle, { state: 'open', frameworkVersions })))
    throw new Conflict(CYCLE_CHANGED);
  recordAudit(
    ctx,
    {
      action: 'cycle.open',
      subject: { kind: 'organization', id: ctx.organizationId },
      details: { cycle: cycleId, people: ids.length },
    },
    asker,
  );
  await enqueue(ctx, 'cycle-letters', {});
  return ids.length;
}
