import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OUTCOMES, observationKey } from './observation';
import { readObservationRow } from './observation-row';
import { type ObservationLine, planObservations, type StoredObservation } from './plan-observations';

const employees = new Map([
  ['E1', 'id-1'],
  ['E2', 'id-2'],
  ['H1', 'id-h'],
]);
const none = { employees, allowed: null, enteredBy: null, stored: new Map() };
const cells = {
  ...{ observed_on: '2026-11-02', event: ' Gate drill ', employee_external_id: 'E1' },
  ...{ observer_external_id: 'H1', dimension: 'Leadership', outcome: 'Not demonstrated', note: '' },
};
const place = { pointer: 'drills.csv:2', today: '2026-11-21' };
const line = (given: Partial<typeof cells>, at = 2): ObservationLine => {
  const pointer = `drills.csv:${at}`;
  const read = readObservationRow({ ...cells, ...given }, { ...place, pointer });
  if (!read.ok) throw new Error(read.faults.map(({ detail }) => detail).join());
  return { pointer, record: read.record };
};

describe('a row', () => {
  it('is read with its words in any case', () => {
    expect(readObservationRow(cells, place)).toEqual({
      ok: true,
      record: {
        ...{ observedOn: '2026-11-02', event: 'Gate drill', employeeExternalId: 'E1' },
        ...{ observerExternalId: 'H1', dimension: 'leadership', outcome: 'not_demonstrated', note: null },
      },
    });
  });

  it.each([
    [{ observed_on: '2026-11-22' }, 'a day to come'],
    [{ observed_on: '2026-02-30' }, 'no day of the calendar'],
    [{ event: '' }, 'is empty'],
    [{ event: 'x'.repeat(301) }, 'longer than 300'],
    [{ dimension: 'courage' }, 'is none of'],
    [{ outcome: 'good' }, 'is none of'],
    [{ employee_external_id: '' }, 'is empty'],
    [{ note: 'x'.repeat(2001) }, 'longer than 2000'],
  ])('with %j is refused', (given, reason) => {
    const read = readObservationRow({ ...cells, ...given }, place);
    expect(read.ok ? '' : read.faults.map(({ detail }) => detail).join()).toContain(reason);
  });
});

describe('what observations change', () => {
  it('refuses people who are nobody, out of reach, oneself, or observe themselves', () => {
    const faults = (given: Partial<typeof cells>, lookups: Partial<typeof none> = {}) =>
      planObservations([line(given)], { ...none, ...lookups }).faults.map(({ detail }) => detail);
    expect(faults({})).toEqual([]);
    expect(faults({ employee_external_id: 'X' })).toEqual([expect.stringContaining('nobody whom you may')]);
    expect(faults({}, { allowed: new Set(['id-2']) as never })).toHaveLength(1);
    expect(faults({}, { enteredBy: 'id-1' as never })).toEqual([expect.stringContaining('about yourself')]);
    expect(faults({ observer_external_id: 'E1' })).toEqual([expect.stringContaining('observe themselves')]);
    expect(faults({ observer_external_id: 'X' })).toEqual([expect.stringContaining('nobody here')]);
  });

  it('takes the same row twice once, and refuses one that says otherwise', () => {
    const plan = planObservations([line({}), line({}, 3), line({ outcome: 'partly' }, 4)], none);
    expect(plan).toMatchObject({ created: [{ employeeId: 'id-1' }], unchanged: 1 });
    expect(plan.faults).toEqual([{ pointer: 'drills.csv:4', detail: 'Says otherwise than drills.csv:2.' }]);
  });

  it('a second time changes nothing, in any order of rows', () => {
    const row = fc.record({
      employee_external_id: fc.constantFrom('E1', 'E2'),
      dimension: fc.constantFrom('leadership', 'communication'),
      observed_on: fc.constantFrom('2026-11-02', '2026-11-03'),
      outcome: fc.constantFrom(...OUTCOMES),
      note: fc.constantFrom('', 'calm'),
    });
    const key = (one: { employee_external_id: string; dimension: string; observed_on: string }) =>
      `${one.employee_external_id} ${one.dimension} ${one.observed_on}`;
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: key }), fc.nat(), (rows, turn) => {
        const lines = rows.map((one, index) => line(one, index + 2));
        const first = planObservations(lines, none).created;
        const stored = new Map(
          first.map((one, index) => [
            observationKey(one),
            { ...one, observationId: String(index) } satisfies StoredObservation,
          ]),
        );
        const at = lines.length === 0 ? 0 : turn % lines.length;
        const turned = [...lines.slice(at), ...lines.slice(0, at)];
        expect(planObservations(turned, { ...none, stored })).toEqual({
          ...{ created: [], changed: [], unchanged: rows.length, faults: [] },
        });
      }),
    );
  });
});
