import { v7 } from 'uuid';
import type { TenantContext } from '#db/tenancy';
import { enqueue } from '#jobs/enqueue';
import type { Instrument } from '~/modules/frameworks/domain/dimension';
import { textFault } from '~/modules/people/domain/cells';
import { isDay } from '~/shared/calendar-day';
import { InvalidInput } from '~/shared/errors';
import { findCycleState, upsertCycleRow } from '../data/cycles';
import { type CycleState, isCycleOver } from '../domain/cycle-states';
import { waitForOrder } from './wait-for-order';

export interface CycleInput {
  /** Unique in the organization: the same name again changes the cycle. */
  readonly name: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly state: CycleState;
  readonly instruments: readonly Instrument[];
}

/**
 * Adds a cycle, or changes the one with this name; returns its id. One that closes asks for a release (method.md 9.1).
 * Throws InvalidInput.
 */
export async function upsertCycle(ctx: TenantContext, input: CycleInput): Promise<string> {
  const name = input.name.trim();
  const nameFault = name === '' ? 'is empty.' : textFault(name, 200);
  if (nameFault) throw invalid('/name', `The name ${nameFault}`);
  if (!isDay(input.opensOn)) throw invalid('/opensOn', 'This is not a calendar day.');
  if (!isDay(input.closesOn)) throw invalid('/closesOn', 'This is not a calendar day.');
  if (input.closesOn < input.opensOn) throw invalid('/closesOn', 'The cycle closes before it opens.');
  if (input.instruments.length === 0)
    throw invalid('/instruments', 'A cycle assesses at least one instrument.');
  const before = await findCycleState(ctx, name);
  const instruments = [...new Set(input.instruments)];
  const cycleId = await upsertCycleRow(ctx, { ...input, cycleId: v7(), name, instruments });
  if (isCycleOver(input.state) && !(before && isCycleOver(before)))
    await enqueue(ctx, 'make-release', { reason: 'cycle_closed' }, { key: 'cycle_closed' });
  if (input.state === 'closed' && before !== 'closed') await waitForOrder(ctx, { cycleId });
  return cycleId;
}

function invalid(pointer: string, detail: string): InvalidInput {
  return new InvalidInput('The cycle was not stored.', [{ pointer, detail }]);
}
