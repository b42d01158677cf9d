import type { Actor, TenantContext } from '#db/tenancy';
import { markPeopleChanged, markTeamsChanged } from '#jobs/mark-changed';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { organizationDay } from '~/modules/organizations/queries/organization-day';
import { Conflict } from '~/shared/errors';
import { lockPeopleImport } from '../../data/import-lock';
import { listManagedPeople } from '../../data/import-turns';
import { deleteMadePeople, listTeamsEverOfPeople, restorePeople } from '../../data/restored-people';
import { managerCycles } from '../../domain/manager-cycles';
import { getUndoPlan, type LeftPerson } from '../../queries/get-undo-plan';
import { closeUndone, requireUndoable } from './close-undone';
import { keepPlaces } from './keep-places';

export interface Undone {
  readonly restored: number;
  readonly removed: number;
  readonly left: readonly LeftPerson[];
}

/**
 * Takes the last import of people back: everybody whom nobody changed since is again as before, people who were new and
 * of whom nothing else is known yet are gone. Teams and sites that it made stay. One transaction.
 * @throws NotFound, and Conflict when it cannot be (undoHindrance), or managers would form a circle.
 */
export async function undoImport(ctx: TenantContext, importId: string, by: Actor): Promise<Undone> {
  await lockPeopleImport(ctx);
  await requireUndoable(ctx, importId);
  await closeUndone(ctx, importId);
  const plan = await getUndoPlan(ctx, importId);
  const all = [...plan.restore, ...plan.remove];
  const teams = new Set(await listTeamsEverOfPeople(ctx, all));
  await keepPlaces(ctx, importId, { employeeIds: plan.restore, today: await organizationDay(ctx) });
  await restorePeople(ctx, importId, plan.restore);
  await deleteMadePeople(ctx, plan.remove);
  await requireNoCircle(ctx, importId);
  for (const teamId of await listTeamsEverOfPeople(ctx, plan.restore)) teams.add(teamId);
  await markPeopleChanged(ctx, plan.restore);
  await markTeamsChanged(ctx, teams);
  const { left } = plan;
  const undone = { restored: plan.restore.length, removed: plan.remove.length, left };
  recordAudit(
    ctx,
    {
      action: 'employees.import_undo',
      subject: { kind: 'organization', id: ctx.organizationId },
      details: { restored: undone.restored, removed: undone.removed, left: left.length },
    },
    by,
  );
  return undone;
}

async function requireNoCircle(ctx: TenantContext, importId: string): Promise<void> {
  const managed = await listManagedPeople(ctx, importId);
  const [circle] = managerCycles(new Map(managed.map(({ externalId, known }) => [externalId, known])));
  if (!circle) return;
  throw new Conflict(
    `Taken back, the managers would form a circle with what was changed since: ${[...circle, circle[0]].join(' → ')}. Change one of them first.`,
  );
}
