import { v7 } from 'uuid';
import type { TenantContext } from '#db/tenancy';
import type { Instrument } from '~/modules/frameworks/domain/dimension';
import { textFault } from '~/modules/people/domain/cells';
import { isDay } from '~/shared/calendar-day';
import { InvalidInput } from '~/shared/errors';
import { type CycleState, upsertCycleRow } from '../data/cycles';

export interface CycleInput {
  /** Unique in the organization: the same name again changes the cycle. */
  readonly name: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly state: CycleState;
  readonly instruments: readonly Instrument[];
}

/** Adds a cycle, or changes the one with this name; returns its id. Throws InvalidInput. */
export async function upsertCycle(ctx: TenantContext, input: CycleInput): Promise<string> {
  const name = input.name.trim();
  const nameFault = name === '' ? 'is empty.' : textFault(name, 200);
  if (nameFault) throw invalid('/name', `The name ${nameFault}`);
  if (!isDay(input.opensOn)) throw invalid('/opensOn', 'This is not a calendar day.');
  if (!isDay(input.closesOn)) throw invalid('/closesOn', 'This is not a calendar day.');
  if (input.closesOn < input.opensOn) throw invalid('/closesOn', 'The cycle closes before it opens.');
  if (input.instruments.length === 0)
    throw invalid('/instruments', 'A cycle assesses at least one instrument.');
  return upsertCycleRow(ctx, { ...input, cycleId: v7(), name, instruments: [...new Set(input.instruments)] });
}

function invalid(pointer: string, detail: string): InvalidInput {
  return new InvalidInput('The cycle was not stored.', [{ pointer, detail }]);
}
