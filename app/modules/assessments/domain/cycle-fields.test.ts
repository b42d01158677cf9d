import { describe, expect, it } from 'vitest';
import { EVERYBODY_PRESENT } from '~/modules/people/domain/people-filter';
import { InvalidInput } from '~/shared/errors';
import type { CycleFields } from './cycle';
import { type EnteredCycle, enteredCycle, readCycleFields } from './cycle-fields';

const FIELDS: CycleFields = {
  ...{ name: 'Spring', opensOn: '2026-03-01', closesOn: '2026-03-31', purpose: 'Two\nlines' },
  instruments: ['durable', 'mastery'],
  raterKinds: ['self', 'peer'],
  ...{ selfManager: 'open', peerChoice: 'person', peersAnonymous: false },
  peopleFilter: {
    ...EVERYBODY_PRESENT,
    occupation: '33-9032.00',
    band: 2,
    kind: 'contractor',
    query: 'gate',
  },
  remindDays: [14, 1, 0],
};

function faultsOf(entered: EnteredCycle): string[] {
  try {
    readCycleFields(entered);
    return [];
  } catch (error) {
    return error instanceof InvalidInput ? error.errors.map(({ pointer }) => pointer) : ['?'];
  }
}
const withOne = (one: Partial<EnteredCycle['one']>) => {
  const entered = enteredCycle(FIELDS);
  return { ...entered, one: { ...entered.one, ...one } };
};

describe('the form of a cycle', () => {
  it('gives back what it shows', () => {
    expect(readCycleFields(enteredCycle(FIELDS))).toEqual(FIELDS);
    const bare = {
      ...FIELDS,
      purpose: null,
      peersAnonymous: true,
      remindDays: [],
      peopleFilter: EVERYBODY_PRESENT,
    };
    expect(readCycleFields(enteredCycle(bare))).toEqual(bare);
  });

  it('reads reminders in any order, once each, and refuses what is no day', () => {
    expect(readCycleFields(withOne({ remindDays: '1,14; 7  7' })).remindDays).toEqual([14, 7, 1]);
    for (const remindDays of ['61', '-1', 'soon', '1.5', '1 2 3 4 5 6 7 8 9 10 11'])
      expect(faultsOf(withOne({ remindDays }))).toEqual(['remindDays']);
  });

  it('names each field that is not right', () => {
    expect(faultsOf(withOne({ name: ' ', closesOn: '2026-02-28' }))).toEqual(['name', 'closesOn']);
    expect(faultsOf(withOne({ team: 'x', band: '9', selfManager: 'both' })).sort()).toEqual([
      'band',
      'selfManager',
      'team',
    ]);
    const entered = enteredCycle(FIELDS);
    expect(faultsOf({ ...entered, many: { instruments: [], raterKinds: ['calibrated'] } })).toEqual([
      'instruments',
      'raterKinds',
    ]);
  });
});
