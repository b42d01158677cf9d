import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { FairShare } from './fair-share';

const LONG_MS = 60_000;

/** Work that ends when it is told to. */
function held() {
  const ends: (() => void)[] = [];
  const begun: string[] = [];
  const work = (name: string) => () => {
    begun.push(name);
    return new Promise<void>((resolve) => ends.push(resolve));
  };
  return { begun, work, end: (at: number) => ends[at]?.() };
}

/** Lets everything that can go on go on. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('fair share', () => {
  it('lets a party that is alone do as much as it may, the rest in order', async () => {
    const share = new FairShare({ alone: 2, waitLimitMs: LONG_MS });
    const { begun, work, end } = held();
    for (const name of ['a1', 'a2', 'a3', 'a4']) void share.run('a', work(name));
    await settle();
    expect(begun).toEqual(['a1', 'a2']);
    end(0);
    await settle();
    expect(begun).toEqual(['a1', 'a2', 'a3']);
  });

  it('begins the work of another party at once, however much waits, and narrows the first to half', async () => {
    const share = new FairShare({ alone: 2, waitLimitMs: LONG_MS });
    const { begun, work, end } = held();
    for (let one = 1; one <= 50; one += 1) void share.run('a', work(`a${one}`));
    void share.run('b', work('b1'));
    await settle();
    expect(begun).toEqual(['a1', 'a2', 'b1']);
    end(0);
    await settle();
    expect(begun).toEqual(['a1', 'a2', 'b1']);
    end(2);
    await settle();
    expect(begun).toEqual(['a1', 'a2', 'b1', 'a3']);
  });

  it('lets parties go first that have nothing waiting, and who waits begin once they are done, or after its most', async () => {
    vi.useFakeTimers();
    try {
      const yields = { lingerMs: 5, mostMs: 1_000 };
      const share = new FairShare({ alone: 1, presentMs: LONG_MS, waitLimitMs: LONG_MS, yields });
      const { begun, work, end } = held();
      for (let one = 1; one <= 5; one += 1) void share.run('a', work(`a${one}`));
      void share.run('b', work('b1'));
      await vi.advanceTimersByTimeAsync(1);
      end(0);
      await vi.advanceTimersByTimeAsync(100);
      expect(begun).toEqual(['a1', 'b1']);
      end(1);
      await vi.advanceTimersByTimeAsync(4);
      void share.run('b', work('b2'));
      await vi.advanceTimersByTimeAsync(100);
      expect(begun).toEqual(['a1', 'b1', 'b2']);
      end(2);
      await vi.advanceTimersByTimeAsync(10);
      expect(begun).toEqual(['a1', 'b1', 'b2', 'a2']);
      void share.run('b', work('b3'));
      end(3);
      await vi.advanceTimersByTimeAsync(900);
      expect(begun).toEqual(['a1', 'b1', 'b2', 'a2', 'b3']);
      await vi.advanceTimersByTimeAsync(110);
      expect(begun).toEqual(['a1', 'b1', 'b2', 'a2', 'b3', 'a3']);
    } finally {
      vi.useRealTimers();
    }
  });

  it('gives turns back when work fails, and does all of it once, whatever the order of parties', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ party: fc.constantFrom('a', 'b', 'c'), fails: fc.boolean() }), {
          maxLength: 40,
        }),
        async (pieces) => {
          const share = new FairShare({ alone: 3, waitLimitMs: LONG_MS });
          let [running, most, done] = [0, 0, 0];
          const outcomes = await Promise.allSettled(
            pieces.map(({ party, fails }) =>
              share.run(party, async () => {
                running += 1;
                most = Math.max(most, running);
                await settle();
                running -= 1;
                done += 1;
                if (fails) throw new Error('fails');
              }),
            ),
          );
          expect(done).toBe(pieces.length);
          expect(most).toBeLessThanOrEqual(3 * 3);
          expect(outcomes.map(({ status }) => status === 'rejected')).toEqual(
            pieces.map(({ fails }) => fails),
          );
        },
      ),
    );
  });

  it('tells who waited too long that the database is busy, and goes on', async () => {
    const share = new FairShare({ alone: 1, waitLimitMs: 1 });
    const { begun, work, end } = held();
    void share.run('a', work('a1'));
    await expect(share.run('a', work('a2'))).rejects.toThrow('in use');
    end(0);
    await settle();
    await share.run('a', async () => void begun.push('a3'));
    expect(begun).toEqual(['a1', 'a3']);
  });
});
