import type { TenantContext } from '#db/tenancy';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { holdImportsOfPeople } from '~/modules/people/commands/erase-employee';
import { restoreOccupations } from '~/modules/people/commands/map-people';
import { Conflict } from '~/shared/errors';
import {
  type ConfirmationPeriod,
  type ConfirmedDecision,
  findLastConfirmation,
  listConfirmationPeriods,
  updateConfirmationUndone,
} from '../data/mapping-confirmations';
import { deleteTitleMappings, listTitleMappings, upsertTitleMappings } from '../data/title-mappings';

/**
 * Takes the last confirmation back: its people hold what they held before, unless that was changed since, and its
 * decisions are forgotten, or are again those before it.
 * @throws Conflict when it is not the last one any more.
 */
export async function undoConfirmation(
  ctx: TenantContext,
  confirmationId: string,
): Promise<{ readonly people: number; readonly left: number }> {
  await holdImportsOfPeople(ctx);
  const last = await findLastConfirmation(ctx);
  if (last?.confirmationId !== confirmationId)
    throw new Conflict(
      'Something was confirmed or taken back since. Only the last confirmation is taken back.',
    );
  const periods = Map.groupBy(
    await listConfirmationPeriods(ctx, confirmationId),
    ({ employeeId }) => employeeId,
  );
  const changes = [...periods].map(([employeeId, rows]) => ({
    employeeId,
    before: sideOf(rows, 'before'),
    after: sideOf(rows, 'after'),
  }));
  const people = (await restoreOccupations(ctx, changes)).length;
  await restoreDecisions(ctx, last.decisions);
  await updateConfirmationUndone(ctx, confirmationId);
  const left = changes.length - people;
  recordAudit(ctx, {
    action: 'mapping.undo',
    subject: { kind: 'organization', id: ctx.organizationId },
    details: { titles: last.titles, people },
  });
  return { people, left };
}

function sideOf(rows: readonly ConfirmationPeriod[], wanted: 'before' | 'after') {
  return rows
    .filter(({ side }) => side === wanted)
    .map(({ side: _, roleBand, ...row }) => ({ ...row, roleBand: roleBand as 1 | 2 | 3 | 4 | null }));
}

async function restoreDecisions(ctx: TenantContext, made: readonly ConfirmedDecision[]): Promise<void> {
  const versions = new Map((await listTitleMappings(ctx)).map((row) => [row.titleKey, row.version]));
  const still = made.filter(({ titleKey, version }) => versions.get(titleKey) === version);
  await deleteTitleMappings(
    ctx,
    still.flatMap(({ titleKey, before }) => (before === null ? [titleKey] : [])),
  );
  const again = still.flatMap(({ titleKey, version, before }) =>
    before === null ? [] : [{ titleKey, version, before }],
  );
  await upsertTitleMappings(
    ctx,
    again.map(({ titleKey, version }) => ({
      titleKey,
      version: version + 1,
      confirmedBy: ctx.actor.id,
      confirmedAt: ctx.now,
    })),
    again.flatMap(({ titleKey, before }) => before.map((one) => ({ titleKey, ...one }))),
  );
}
