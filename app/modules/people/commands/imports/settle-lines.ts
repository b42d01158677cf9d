import type { TenantContext } from '#db/tenancy';
import type { DayText } from '~/shared/calendar-day';
import {
  listChains,
  updateCircle,
  updateContradictions,
  updateRepeated,
  updateTakenEmails,
  updateUnknownManagers,
} from '../../data/import-faults';
import {
  listManagedPeople,
  listTurnNumbers,
  updateCirclesInTurn,
  updateInTurn,
} from '../../data/import-turns';
import { circleText } from '../../domain/imports/line-fault';
import { refusedInTurn } from '../../domain/imports/refused-in-turn';
import { managerCycles } from '../../domain/manager-cycles';
import { numbersOf } from './order-lines';

/**
 * Finds which rows of a staged file cannot be taken together, whatever their order: all rows of an id or an e-mail that
 * stands twice are rejected, all of the file in a circle of managers, and those whose manager nobody is. A rejection can
 * leave others without their manager: they are rejected too, until what is left stands by itself. As many statements for
 * the longest chain as for one.
 */
export async function settleLines(ctx: TenantContext, importId: string, today: DayText): Promise<void> {
  let found = await updateRepeated(ctx, importId, 'id');
  found += await updateUnknownManagers(ctx, importId);
  found += await updateRepeated(ctx, importId, 'email');
  found += await updateTakenEmails(ctx, importId);
  found += await rejectCircles(ctx, importId);
  found += await updateContradictions(ctx, importId, today);
  if (found > 0) await rejectInTurn(ctx, importId);
}

async function rejectCircles(ctx: TenantContext, importId: string): Promise<number> {
  const chains = await listChains(ctx, importId);
  let found = 0;
  const managerOf = new Map(chains.map(({ externalId, manager }) => [externalId, manager]));
  for (const externalIds of managerCycles(managerOf))
    found += await updateCircle(ctx, importId, { externalIds, fault: circleText(externalIds) });
  return found;
}

/** Rejects the rows that cannot be taken because others are not. */
async function rejectInTurn(ctx: TenantContext, importId: string): Promise<void> {
  const { refused, managers, owners } = await listTurnNumbers(ctx, importId);
  const { byManager, byOwner, circles } = refusedInTurn({
    refused: numbersOf(refused),
    managers: numbersOf(managers),
    owners: numbersOf(owners),
    people: await listManagedPeople(ctx, importId),
  });
  await updateInTurn(ctx, importId, { pairs: byManager, because: 'manager' });
  await updateInTurn(ctx, importId, { pairs: byOwner, because: 'owner' });
  const inCircles = circles.flatMap(({ numbers, circle }) => {
    const fault = circleText(circle);
    return numbers.map((number) => ({ number, fault }));
  });
  await updateCirclesInTurn(ctx, importId, inCircles);
}
