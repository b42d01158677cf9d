import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CellChange, changedCell, EMPTY_CELL, type RatingCell, sameCell } from './rating-cell';
import {
  type CellPlace,
  cellId,
  nextToSend,
  readQueue,
  type SaveQueue,
  waitingChange,
  withAnswer,
  withChange,
  withDecision,
  withTried,
} from './save-queue';

/** Does what save-cell.ts does, and counts how often each key was applied. */
class Server {
  readonly cells = new Map<string, RatingCell & { savedKey: string | null }>();
  readonly applied = new Map<string, number>();
  changes = 0;
  save(id: string, key: string, change: CellChange, revision: number) {
    const { savedKey, ...cell } = this.cells.get(id) ?? { ...EMPTY_CELL, savedKey: null };
    const wanted = changedCell(cell, change);
    if (savedKey === key || sameCell(cell, wanted)) return { outcome: 'saved' as const, cell };
    if (cell.revision !== revision) return { outcome: 'conflict' as const, cell };
    this.changes += 1;
    this.applied.set(key, (this.applied.get(key) ?? 0) + 1);
    const stored = { ...wanted, revision: wanted.value === null ? 0 : this.changes };
    if (wanted.value === null) this.cells.delete(id);
    else this.cells.set(id, { ...stored, savedKey: key });
    return { outcome: 'saved' as const, cell: stored };
  }
}

const place = fc.constantFrom<CellPlace>(
  { cycleId: null, employeeId: 'a', dimension: 'leadership' },
  { cycleId: null, employeeId: 'a', dimension: 'character' },
);
const value = fc.constantFrom(0, 1, 2, 3, 4, '?', null) as fc.Arbitrary<CellChange['value']>;
const step = fc.oneof(
  fc.record({ what: fc.constant('change' as const), place, value }),
  fc.record({ what: fc.constant('send' as const), lost: fc.constantFrom('no', 'request', 'answer') }),
  fc.record({ what: fc.constant('reload' as const) }),
);

describe('the queue of saves', () => {
  it('brings what was said last to the server, each save once, whatever is lost on the way', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const server = new Server();
        const known = new Map<string, number>();
        const wished = new Map<string, CellChange['value']>();
        let queue: SaveQueue = {};
        let keys = 0;
        const send = (lost: string) => {
          const op = nextToSend(queue);
          if (!op) return;
          queue = withTried(queue, cellId(op));
          if (lost === 'request') return;
          const answer = server.save(cellId(op), op.key, op.change, op.revision);
          if (lost === 'answer') return;
          known.set(cellId(op), answer.cell.revision);
          queue = withAnswer(queue, cellId(op), { ...answer, key: `k${keys++}` });
        };
        for (const one of steps) {
          if (one.what === 'send') send(one.lost);
          else if (one.what === 'reload') queue = readQueue(JSON.stringify(queue));
          else {
            wished.set(cellId(one.place), one.value);
            const revision = known.get(cellId(one.place)) ?? 0;
            queue = withChange(queue, one.place, {
              change: { value: one.value },
              revision,
              key: `k${keys++}`,
            });
          }
        }
        for (let sends = 0; nextToSend(queue) && sends < 100; sends++) send('no');
        // One rater in one place never stands in their own way.
        expect(queue).toEqual({});
        for (const [id, last] of wished) expect(server.cells.get(id)?.value ?? null).toBe(last);
        for (const times of server.applied.values()) expect(times).toBe(1);
      }),
    );
  });

  it('waits for a decision where somebody else saved between', () => {
    const server = new Server();
    const at: CellPlace = { cycleId: 'c', employeeId: 'a', dimension: 'leadership' };
    const id = cellId(at);
    server.save(id, 'other', { value: 1 }, 0);
    let queue = withTried(withChange({}, at, { change: { value: 4 }, revision: 0, key: 'mine' }), id);
    queue = withAnswer(queue, id, { ...server.save(id, 'mine', { value: 4 }, 0), key: 'x' });
    expect(queue[id]?.conflict).toMatchObject({ value: 1, revision: 1 });
    expect(nextToSend(queue)).toBeNull();
    expect(waitingChange(queue, id)?.value).toBe(4);
    expect(withDecision(queue, id, null)).toEqual({});
    const mine = nextToSend(withDecision(queue, id, 'again'));
    expect(server.save(id, mine?.key ?? '', { value: 4 }, mine?.revision ?? -1).outcome).toBe('saved');
  });

  it('reads nothing from what is no queue', () => {
    for (const text of [null, '', 'x', '[]', '1', '{"a":1}', '{"a":{"change":{}}}'])
      expect(readQueue(text)).toEqual({});
  });
});
