import { describe, expect, it } from 'vitest';
import type { SecretKey } from '~/secrets.server';
import { Unavailable } from '~/shared/errors';
import { createPasswordKeeper } from './password.server';

const key = (keyId: string, byte: number): SecretKey => ({ keyId, secret: Buffer.alloc(32, byte) });
const OLD = key('old', 1);
const NEW = key('new', 2);
const keeperOf = (...passwordPeppers: [SecretKey, ...SecretKey[]]) =>
  createPasswordKeeper({ passwordPeppers });

describe('stored passwords', () => {
  it('are argon2id with 19 MiB, two passes and one lane, behind the key id of the pepper', async () => {
    const stored = await keeperOf(NEW).hash('a long enough sentence');
    expect(stored).toMatch(/^new:\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(await keeperOf(NEW).hash('a long enough sentence')).not.toBe(stored);
  });

  it('fit their own password only, and nobody without a hash', async () => {
    const keeper = keeperOf(NEW);
    const stored = await keeper.hash('right');
    expect(await keeper.verify(stored, 'right')).toBe(true);
    expect(await keeper.verify(stored, 'Right')).toBe(false);
    expect(await keeper.verify(null, 'no such user')).toBe(false);
  });

  it('still fit after a new pepper was put before theirs, and no longer when theirs is gone', async () => {
    const stored = await keeperOf(OLD).hash('right');
    const rotated = keeperOf(NEW, OLD);
    expect(await rotated.verify(stored, 'right')).toBe(true);
    expect(await rotated.verify(stored, 'wrong')).toBe(false);
    expect(await rotated.hash('right')).toMatch(/^new:/);
    expect(await keeperOf(NEW).verify(stored, 'right')).toBe(false);
  });

  it('do not fit with the right key id and another secret: the pepper counts', async () => {
    const stored = await keeperOf(OLD).hash('right');
    expect(await keeperOf(key('old', 3)).verify(stored, 'right')).toBe(false);
  });
});

describe('many sign-ins at once', () => {
  it('two are worked on, fifty wait, every further one is told that it is busy, and then there is room again', async () => {
    const keeper = keeperOf(NEW);
    const answers = await Promise.allSettled(Array.from({ length: 60 }, () => keeper.verify(null, 'x')));
    const refused = answers.flatMap((answer, index) => (answer.status === 'rejected' ? [index] : []));
    expect(refused).toEqual([52, 53, 54, 55, 56, 57, 58, 59]);
    for (const answer of answers) {
      if (answer.status === 'rejected') expect(answer.reason).toBeInstanceOf(Unavailable);
    }
    expect(await keeper.verify(null, 'x')).toBe(false);
  });

  it('a failure inside gives its place back', async () => {
    const keeper = keeperOf(NEW);
    const broken = Array.from({ length: 5 }, () => keeper.verify('new:not a hash', 'x'));
    for (const answer of await Promise.allSettled(broken)) expect(answer.status).toBe('rejected');
    const stored = await keeper.hash('right');
    expect(await Promise.all(Array.from({ length: 5 }, () => keeper.verify(stored, 'right')))).toEqual(
      Array(5).fill(true),
    );
  });
});
