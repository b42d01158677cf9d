import { INSTRUMENTS } from '~/modules/frameworks/domain/dimension';
import { EVERYBODY_PRESENT } from '~/modules/people/domain/people-filter';
import { addDays, type DayText } from '~/shared/calendar-day';
import type { CycleFields } from './cycle';

const USUAL_DAYS = 28;

/** What stands in the form of a new cycle: everything, four weeks from today, by themselves and their managers. */
export function newCycle(today: DayText): CycleFields {
  return {
    ...{ name: '', opensOn: today, closesOn: addDays(today, USUAL_DAYS), purpose: null },
    instruments: INSTRUMENTS,
    raterKinds: ['self', 'manager'],
    ...{ selfManager: 'blind', peerChoice: 'manager', peersAnonymous: true },
    peopleFilter: EVERYBODY_PRESENT,
    remindDays: [14, 7, 1],
  };
}
