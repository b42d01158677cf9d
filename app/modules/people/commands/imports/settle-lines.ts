import type { TenantContext } from '#db/tenancy';
import type { DayText } from '~/shared/calendar-day';
import {
  listChains,
  type Round,
  updateCircle,
  updateContradictions,
  updateRepeated,
  updateTakenEmails,
  updateUnknownManagers,
} from '../../data/import-faults';
import { circleText } from '../../domain/imports/line-fault';
import { managerCycles } from '../../domain/manager-cycles';

/**
 * Finds which rows of a staged file cannot be taken together, whatever their order: all rows of an id or an e-mail that
 * stands twice are rejected, all of the file in a circle of managers, and those whose manager nobody is. A rejection can
 * leave others without their manager: they are rejected too, until what is left stands by itself.
 */
export async function settleLines(ctx: TenantContext, importId: string, today: DayText): Promise<void> {
  for (let round = 1; ; round += 1) {
    const one = { importId, round };
    // What stands twice, or contradicts itself, is found in the first round once and for all.
    let found = round === 1 ? await updateRepeated(ctx, one, 'id') : 0;
    found += await updateUnknownManagers(ctx, one);
    if (round === 1) found += await updateRepeated(ctx, one, 'email');
    found += await updateTakenEmails(ctx, one);
    found += await rejectCircles(ctx, one);
    if (round === 1) found += await updateContradictions(ctx, one, today);
    if (found === 0) return;
  }
}

async function rejectCircles(ctx: TenantContext, round: Round): Promise<number> {
  const chains = await listChains(ctx, round);
  let found = 0;
  const managerOf = new Map(chains.map(({ externalId, manager }) => [externalId, manager]));
  for (const externalIds of managerCycles(managerOf))
    found += await updateCircle(ctx, round, { externalIds, fault: circleText(externalIds) });
  return found;
}
