import { describe, expect, it } from 'vitest';
import { serverSettings, sharedMegabytes } from './server-settings';

const GIGABYTE = 1024 ** 3;

describe('settings of the embedded server', () => {
  it.each([
    [1, 128],
    [2, 128],
    [8, 512],
    [16, 1_024],
    [256, 1_024],
  ])('keep of %i GB of memory %i MB for pages of tables', (gigabytes, megabytes) => {
    expect(sharedMegabytes(gigabytes * GIGABYTE)).toBe(megabytes);
  });

  it('give up durability and memory for nothing but speed of tests', () => {
    const [lasting, fast] = [false, true].map((isFast) => serverSettings({ port: 5432, fast: isFast }));
    expect(lasting).toContain('fsync=on');
    expect(fast).toEqual(expect.arrayContaining(['fsync=off', 'shared_buffers=128MB']));
  });
});
