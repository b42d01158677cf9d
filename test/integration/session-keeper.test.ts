import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '#test/setup/database';
import { createSessionKeeper } from '~/http/session.server';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const db = await openTestDatabase();
const admin = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());

// Far from the machine's clock: nothing here goes by it.
let now = new Date('2031-05-04T10:00:00Z');
const later = (ms: number) => {
  now = new Date(now.getTime() + ms);
};
const keeper = createSessionKeeper(db.database, { secure: true, clock: () => now });
const FULL = { stage: 'full', method: 'password', userAgent: 'Test browser' } as const;

async function newUser(): Promise<string> {
  const userId = crypto.randomUUID();
  await admin`insert into auth.users (user_id, email, name) values (${userId}, ${`${userId}@example.org`}, 'Somebody')`;
  return userId;
}
const begin = async (userId: string, more: Partial<Parameters<typeof keeper.signIn>[2]> = {}) => {
  const cookie = await keeper.signIn(userId, null, { ...FULL, ...more });
  return cookie.split(';')[0] ?? '';
};
const isIn = async (cookie: string) => (await keeper.read(cookie)) !== null;

describe('limits, by a clock of their own', () => {
  it('a session ends after a day without use', async () => {
    const cookie = await begin(await newUser());
    later(23 * HOUR_MS);
    expect(await isIn(cookie)).toBe(true);
    later(23 * HOUR_MS);
    expect(await isIn(cookie)).toBe(true);
    later(24 * HOUR_MS);
    expect(await isIn(cookie)).toBe(false);
  });

  it('and after fourteen days, however busy', async () => {
    const cookie = await begin(await newUser());
    for (let hours = 0; hours < 14 * 24 - 12; hours += 12) {
      later(12 * HOUR_MS);
      expect([hours, await isIn(cookie)]).toEqual([hours, true]);
    }
    later(12 * HOUR_MS);
    expect(await isIn(cookie)).toBe(false);
  });
});

it('a session that goes on another is as old as that one, and ends when it would have', async () => {
  const userId = await newUser();
  const begunAt = now;
  later(13 * DAY_MS);
  const cookie = await begin(userId, { begunAt });
  expect((await keeper.read(cookie))?.begunAt).toEqual(begunAt);
  later(23 * HOUR_MS);
  expect(await isIn(cookie)).toBe(true);
  later(HOUR_MS);
  expect(await isIn(cookie)).toBe(false);
});

describe('sessions of a user', () => {
  it('are listed as what they are, the one used last first, and not once they are over', async () => {
    const userId = await newUser();
    await begin(userId, { userAgent: 'Gone' });
    later(2 * DAY_MS);
    const first = await begin(userId, { userAgent: `Old ${'x'.repeat(400)}\0` });
    later(HOUR_MS);
    const second = await begin(userId, { userAgent: null });
    await begin(await newUser());
    expect(await keeper.list(userId, second)).toMatchObject([
      { isThis: true, method: 'password', userAgent: '', lastSeenAt: now },
      { isThis: false, userAgent: expect.stringMatching(/^Old x{196}$/) },
    ]);
    later(HOUR_MS);
    await keeper.read(first);
    expect((await keeper.list(userId, second)).map(({ isThis, lastSeenAt }) => [isThis, lastSeenAt])).toEqual(
      [
        [false, now],
        [true, new Date(now.getTime() - HOUR_MS)],
      ],
    );
  });

  it('are ended one by one, by their owner alone', async () => {
    const [userId, other] = [await newUser(), await newUser()];
    const [first, second] = [await begin(userId), await begin(userId)];
    const key = (await keeper.list(userId, first)).find(({ isThis }) => isThis)?.key ?? '';
    expect(await keeper.revoke(other, key)).toBe(false);
    expect(await isIn(first)).toBe(true);
    expect(await isIn(`__Host-cadre=${key}`)).toBe(false);
    expect(await keeper.revoke(userId, key)).toBe(true);
    expect([await isIn(first), await isIn(second)]).toEqual([false, true]);
    expect(await keeper.revoke(userId, key)).toBe(false);
  });
});

it('a session that waits for a second factor opens nothing', async () => {
  const cookie = await begin(await newUser(), { stage: 'second_factor' });
  expect(await keeper.read(cookie)).toBeNull();
});
