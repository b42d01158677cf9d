import type { FieldError } from '~/shared/errors';
import type { Cycle } from './cycle';

/** What hinders a draft from being opened. */
export function openingFaults(cycle: Cycle, today: string): FieldError[] {
  const faults: FieldError[] = [];
  if (cycle.purpose === null)
    faults.push({ pointer: 'purpose', detail: 'Write the purpose: everybody who is rated is told it.' });
  if (cycle.closesOn < today) faults.push({ pointer: 'closesOn', detail: 'The end has passed already.' });
  return faults;
}
