import { v7 } from 'uuid';
import type { TenantContext } from '#db/tenancy';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { Conflict, InvalidInput } from '~/shared/errors';
import { clearEarlierEnds } from '../data/cycle-people';
import { deleteDraftRow, insertDraft, isCycleNameTaken, updateCycleFields } from '../data/cycle-rows';
import type { Cycle, CycleFields } from '../domain/cycle';
import { type Runner, type RunnerScope, requireOwnCycle, runnerScope } from '../queries/require-cycle';

export const CYCLE_CHANGED =
  'Somebody else changed this cycle meanwhile. Open the page again to see it as it is now.';

/** Adds a draft; a director's is bound to the director's teams. Returns its id. Throws Forbidden, InvalidInput. */
export async function addCycleDraft(
  ctx: TenantContext,
  viewer: Runner,
  fields: CycleFields,
): Promise<string> {
  const scope = await runnerScope(ctx, viewer);
  const cycleId = v7();
  requireTeamInScope(scope, fields);
  await requireName(ctx, fields.name, cycleId);
  const teamScope = scope.teamIds === null ? [] : viewer.teamScope;
  await insertDraft(ctx, { cycleId, teamScope, fields });
  noteDraft(ctx, cycleId, 'added');
  return cycleId;
}

/**
 * Changes a draft as a whole; of an open cycle its name, end and reminders alone, for the rest was told to people.
 * @param revision as the page showed it. Throws Conflict when it is another one now, Forbidden, NotFound, InvalidInput.
 */
export async function changeCycle(
  ctx: TenantContext,
  viewer: Runner,
  change: { readonly cycleId: string; readonly revision: number; readonly fields: CycleFields },
): Promise<void> {
  const { cycle, today, teamIds } = await requireOwnCycle(ctx, viewer, change.cycleId);
  const { fields } = change;
  await requireName(ctx, fields.name, cycle.cycleId);
  if (cycle.state === 'draft') {
    requireTeamInScope({ today, teamIds }, fields);
    await keep(ctx, { ...cycle, revision: change.revision }, fields);
    return noteDraft(ctx, cycle.cycleId, 'changed');
  }
  if (cycle.state !== 'open') throw new Conflict('This cycle is closed. Open it again to change it.');
  const { name, closesOn, remindDays } = fields;
  if (closesOn < today) throw new InvalidInput(PAST, [{ pointer: 'closesOn', detail: PAST }]);
  await keep(ctx, { ...cycle, revision: change.revision }, { name, closesOn, remindDays });
  await clearEarlierEnds(ctx, cycle.cycleId, closesOn);
  const changed = (
    [
      ['name', name !== cycle.name],
      ['closesOn', closesOn !== cycle.closesOn],
      ['remindDays', remindDays.join() !== cycle.remindDays.join()],
    ] as const
  ).flatMap(([field, isOther]) => (isOther ? [field] : []));
  recordAudit(ctx, {
    action: 'cycle.change',
    subject: { kind: 'organization', id: ctx.organizationId },
    details: { cycle: cycle.cycleId, fields: changed },
  });
}

const PAST = 'This day has passed already.';

/** Deletes a draft. Throws Conflict when it is open by now, or changed meanwhile. */
export async function deleteCycleDraft(
  ctx: TenantContext,
  viewer: Runner,
  { cycleId, revision }: Pick<Cycle, 'cycleId' | 'revision'>,
): Promise<void> {
  await requireOwnCycle(ctx, viewer, cycleId);
  if (!(await deleteDraftRow(ctx, { cycleId, revision }))) throw new Conflict(CYCLE_CHANGED);
  noteDraft(ctx, cycleId, 'deleted');
}

async function keep(
  ctx: TenantContext,
  cycle: Pick<Cycle, 'cycleId' | 'revision' | 'state'>,
  fields: Partial<CycleFields>,
): Promise<void> {
  if (!(await updateCycleFields(ctx, cycle, fields))) throw new Conflict(CYCLE_CHANGED);
}

async function requireName(ctx: TenantContext, name: string, cycleId: string): Promise<void> {
  if (!(await isCycleNameTaken(ctx, name, cycleId))) return;
  const detail = 'Another cycle has this name.';
  throw new InvalidInput(detail, [{ pointer: 'name', detail }]);
}

function requireTeamInScope({ teamIds }: RunnerScope, { peopleFilter: { team } }: CycleFields): void {
  if (teamIds === null || team === null || teamIds.includes(team)) return;
  const detail = 'Choose a team of your own.';
  throw new InvalidInput(detail, [{ pointer: 'team', detail }]);
}

function noteDraft(ctx: TenantContext, cycle: string, what: 'added' | 'changed' | 'deleted'): void {
  recordAudit(ctx, {
    action: 'cycle.draft',
    subject: { kind: 'organization', id: ctx.organizationId },
    details: { cycle, what },
  });
}
