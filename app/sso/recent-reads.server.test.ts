import { describe, expect, it } from 'vitest';
import { createRecentReads } from './recent-reads.server';

function newScene() {
  let now = 0;
  let reads = 0;
  const recent = createRecentReads<number>(() => now);
  const read = (key = 'a') => recent.read(key, async () => ++reads);
  const fail = () =>
    recent.read('a', async () => {
      reads += 1;
      throw new Error('silent');
    });
  const pass = (ms: number) => {
    now += ms;
  };
  return { read, fail, pass, reads: () => reads };
}

describe('createRecentReads', () => {
  it('reads once for whoever asks at the same time and for five minutes, each key for itself', async () => {
    const { read, pass } = newScene();
    expect(await Promise.all([read(), read(), read('b')])).toEqual([1, 1, 2]);
    pass(299_999);
    expect(await read()).toBe(1);
    pass(1);
    expect(await read()).toBe(3);
  });

  it('tells a failure for ten seconds, then reads again', async () => {
    const { read, fail, pass, reads } = newScene();
    await expect(fail()).rejects.toThrow('silent');
    pass(9_999);
    await expect(read()).rejects.toThrow('silent');
    expect(reads()).toBe(1);
    pass(1);
    expect(await read()).toBe(2);
  });

  it('keeps 200 keys at most, the newest', async () => {
    const { read, reads } = newScene();
    for (let key = 0; key <= 200; key += 1) await read(String(key));
    await read('200');
    await read('1');
    expect(reads()).toBe(201);
    expect(await read('0')).toBe(202);
  });
});
