import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { managerCycles } from '../manager-cycles';
import { type LinesLeftOver, refusedInTurn } from './refused-in-turn';

interface Row {
  readonly manager: string;
  readonly takes: string;
  readonly isRefused: boolean;
}

/** A file of rows A0, A1 ... beside who is known, with the managers they have now. */
interface Drawn {
  readonly rows: readonly Row[];
  readonly known: ReadonlyMap<string, string>;
}

const nameOf = (at: number) => `A${at}`;
const atOf = (name: string) => Number(name.slice(1));

function leftOver({ rows, known }: Drawn): LinesLeftOver {
  const good = rows.flatMap((row, at) => (row.isRefused ? [] : [{ ...row, at }]));
  const people = new Set([...rows.map((_, at) => nameOf(at)), ...known.keys()]);
  return {
    refused: Int32Array.from(rows.flatMap((row, at) => (row.isRefused ? [at + 1] : []))),
    managers: Int32Array.from(
      good.flatMap(({ at, manager }) =>
        manager === '' || known.has(manager) ? [] : [at + 1, atOf(manager) + 1],
      ),
    ),
    owners: Int32Array.from(
      good.flatMap(({ at, takes }) => (takes === '' || !known.has(takes) ? [] : [at + 1, atOf(takes) + 1])),
    ),
    people: [...people].map((externalId) => {
      const row = rows[atOf(externalId)];
      const number = row && !row.isRefused ? atOf(externalId) + 1 : 0;
      return {
        externalId,
        number,
        stated: number ? (row?.manager ?? '') : '',
        known: known.get(externalId) ?? '',
      };
    }),
  };
}

/** The same one round after the other, each looking at all rows, as somebody would do it by hand. */
function byHand(one: Drawn): Map<number, string> {
  const refused = new Map<number, string>(
    one.rows.flatMap((row, at) => (row.isRefused ? [[at, 'before']] : [])),
  );
  for (;;) {
    const before = new Set(refused.keys());
    for (const [at, why] of roundOf(one, before)) if (!refused.has(at)) refused.set(at, why);
    if (refused.size === before.size) return refused;
  }
}

function roundOf({ rows, known }: Drawn, gone: ReadonlySet<number>): [number, string][] {
  const numbered = rows.map((row, at) => ({ ...row, at }));
  const managerOf = new Map(known);
  for (const { at, manager } of numbered) if (!gone.has(at)) managerOf.set(nameOf(at), manager);
  for (const [name, manager] of managerOf) if (manager === '') managerOf.delete(name);
  return [
    ...numbered
      .filter(({ manager }) => manager !== '' && !known.has(manager) && gone.has(atOf(manager)))
      .map(({ at, manager }): [number, string] => [at, `manager ${manager}`]),
    ...numbered
      .filter(({ takes }) => takes !== '' && known.has(takes) && gone.has(atOf(takes)))
      .map(({ at, takes }): [number, string] => [at, `owner ${takes}`]),
    ...managerCycles(managerOf).flatMap((circle) =>
      circle.map((name): [number, string] => [atOf(name), `circle ${circle.join(' ')}`]),
    ),
  ];
}

function inTurn(drawn: Drawn): Map<number, string> {
  const { byManager, byOwner, circles } = refusedInTurn(leftOver(drawn));
  const found = new Map<number, string>(
    drawn.rows.flatMap((row, at) => (row.isRefused ? [[at, 'before']] : [])),
  );
  const pairs = (list: readonly number[], why: string) => {
    for (let at = 0; at < list.length; at += 2)
      found.set((list[at] ?? 0) - 1, `${why} ${nameOf((list[at + 1] ?? 0) - 1)}`);
  };
  pairs(byManager, 'manager');
  pairs(byOwner, 'owner');
  for (const { numbers, circle } of circles)
    for (const number of numbers) found.set(number - 1, `circle ${circle.join(' ')}`);
  return found;
}

const sorted = (found: Map<number, string>) => [...found].sort(([a], [b]) => a - b);

const drawn: fc.Arbitrary<Drawn> = fc.integer({ min: 2, max: 12 }).chain((people) => {
  const somebody = fc.oneof(fc.constant(''), fc.integer({ min: 0, max: people - 1 }).map(nameOf));
  const row = fc.record({
    manager: somebody,
    takes: somebody,
    isRefused: fc.boolean().chain((is) => (is ? fc.boolean() : fc.constant(false))),
  });
  return fc
    .tuple(
      fc.array(row, { minLength: people, maxLength: people }),
      fc.uniqueArray(fc.integer({ min: 0, max: people - 1 })),
    )
    .map(([rows, ids]) => ({
      // Whoever is known reports to somebody later, so that what is known has no circle.
      known: new Map(
        ids.map((at) => [nameOf(at), ids.some((one) => one > at) ? nameOf(Math.max(...ids)) : '']),
      ),
      rows: rows.map((one, at) => ({ ...one, takes: one.takes === nameOf(at) ? '' : one.takes })),
    }))
    .map(({ rows, known }) => ({ known, rows: withoutFirstCircles(rows, known) }));
});

/** Circles of the file itself are refused before. */
function withoutFirstCircles(rows: readonly Row[], known: ReadonlyMap<string, string>): Row[] {
  const managerOf = new Map(known);
  for (const [at, row] of rows.entries()) managerOf.set(nameOf(at), row.manager);
  const inCircle = new Set(managerCycles(managerOf).flat());
  return rows.map((row, at) => ({ ...row, isRefused: row.isRefused || inCircle.has(nameOf(at)) }));
}

describe('rows that are refused because others are', () => {
  it('are those that round after round over all rows finds, with the same reasons', () => {
    fc.assert(
      fc.property(drawn, (one) => {
        expect(sorted(inTurn(one))).toEqual(sorted(byHand(one)));
      }),
      { numRuns: 2_000 },
    );
  });

  it('reach the end of a chain of any length, of new managers and of e-mails in turn', () => {
    const length = 50_000;
    const rows = Array.from({ length }, (_, at) => ({
      ...{ manager: at % 2 === 1 ? nameOf(at - 1) : '', takes: at % 2 === 0 && at > 0 ? nameOf(at - 1) : '' },
      isRefused: at === 0,
    }));
    const known = new Map(rows.flatMap((_, at) => (at % 2 === 1 ? [[nameOf(at), ''] as const] : [])));
    expect(inTurn({ rows, known }).size).toBe(length);
  });

  it('are all of a chain of managers turned around, of which one row cannot be taken', () => {
    const length = 20_000;
    const rows = Array.from({ length }, (_, at) => ({
      ...{ manager: at > 0 ? nameOf(at - 1) : '', takes: '', isRefused: at === 0 },
    }));
    const known = new Map(rows.map((_, at) => [nameOf(at), at + 1 < length ? nameOf(at + 1) : '']));
    expect(inTurn({ rows, known }).size).toBe(length);
  });
});
