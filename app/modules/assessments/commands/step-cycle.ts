import type { TenantContext } from '#db/tenancy';
import { enqueue } from '#jobs/enqueue';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { textFault } from '~/modules/people/domain/cells';
import { isDay } from '~/shared/calendar-day';
import { Conflict, InvalidInput } from '~/shared/errors';
import { clearEarlierEnds } from '../data/cycle-people';
import { updateCycleState } from '../data/cycle-rows';
import type { Cycle } from '../domain/cycle';
import { afterStep, type CycleStep } from '../domain/cycle-states';
import { type Runner, requireOwnCycle } from '../queries/require-cycle';
import { CYCLE_CHANGED } from './change-cycle-draft';
import { waitForOrder } from './wait-for-order';

type CycleKey = Pick<Cycle, 'cycleId' | 'revision'>;
const LONGEST_REASON = 500;

/**
 * Closes a cycle, says that it is calibrated, or puts it away. Drafts of ratings stay drafts, which never count; closing
 * asks for a release (method.md 9.1). Throws Conflict when the step cannot be taken, Forbidden, NotFound.
 */
export async function stepCycle(
  ctx: TenantContext,
  viewer: Runner,
  { step, cycleId, revision }: CycleKey & { readonly step: Exclude<CycleStep, 'open' | 'reopen'> },
): Promise<void> {
  const { cycle } = await requireOwnCycle(ctx, viewer, cycleId);
  const state = afterStep(cycle.state, step);
  if (state !== 'closed' && state !== 'calibrated' && state !== 'archived') throw new Conflict(CYCLE_CHANGED);
  if (!(await updateCycleState(ctx, { ...cycle, revision }, { state }))) throw new Conflict(CYCLE_CHANGED);
  if (state === 'closed') {
    await enqueue(ctx, 'make-release', { reason: 'cycle_closed' }, { key: 'cycle_closed' });
    await waitForOrder(ctx, { cycleId });
  }
  recordAudit(ctx, {
    action: 'cycle.step',
    subject: { kind: 'organization', id: ctx.organizationId },
    details: { cycle: cycleId, to: state },
  });
}

/** Opens a closed cycle again until a day, with a reason that the audit log keeps. Throws as stepCycle; InvalidInput. */
export async function reopenCycle(
  ctx: TenantContext,
  viewer: Runner,
  { cycleId, revision, reason, closesOn }: CycleKey & { readonly reason: string; readonly closesOn: string },
): Promise<void> {
  const { cycle, today } = await requireOwnCycle(ctx, viewer, cycleId);
  if (afterStep(cycle.state, 'reopen') !== 'open') throw new Conflict(CYCLE_CHANGED);
  const why = reason.trim();
  if (why === '' || textFault(why, LONGEST_REASON))
    throw invalid('reason', `Say why, in one line of at most ${LONGEST_REASON} characters.`);
  if (!isDay(closesOn) || closesOn < today || closesOn < cycle.opensOn)
    throw invalid('closesOn', 'Enter the day until which people can rate, today or later.');
  if (!(await updateCycleState(ctx, { ...cycle, revision }, { state: 'open', closesOn })))
    throw new Conflict(CYCLE_CHANGED);
  await clearEarlierEnds(ctx, cycleId, closesOn);
  recordAudit(ctx, {
    action: 'cycle.reopen',
    subject: { kind: 'organization', id: ctx.organizationId },
    details: { cycle: cycleId, reason: why, closesOn },
  });
  await enqueue(ctx, 'cycle-letters', {});
}

function invalid(pointer: string, detail: string): InvalidInput {
  return new InvalidInput(detail, [{ pointer, detail }]);
}
