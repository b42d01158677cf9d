import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { forgetUser } from '#db/forget-user';
import type { TenantContext } from '#db/tenancy';
import { openTestDatabase } from '#test/setup/database';
import { changeSettings } from '~/modules/capability/commands/change-settings';
import { makeRelease } from '~/modules/capability/commands/make-release';
import { publishPrivacy } from '~/modules/capability/commands/publish-privacy';
import { getMethod } from '~/modules/capability/queries/get-method';
import { getPrivacyPack, getPrivacyVersion } from '~/modules/capability/queries/get-privacy-pack';
import { answerKLowering, askToLowerK } from '~/modules/organizations/commands/lower-suppression-k';
import type { Role } from '~/modules/organizations/domain/role';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { getSettings } from '~/modules/organizations/queries/get-settings';
import { listLowerings } from '~/modules/organizations/queries/list-k-lowerings';
import { Conflict, Forbidden, InvalidInput, NotFound } from '~/shared/errors';
import { readLog } from './audit/tamper';

const db = await openTestDatabase();
const admin = postgres(db.urls.admin, { max: 1, onnotice: () => {} });
afterAll(() => admin.end());

/** Until a transaction waits for another one's row. */
async function somebodyWaits(): Promise<void> {
  for (;;) {
    const [row] = await admin<{ n: number }[]>`
      select count(*)::int as n from pg_stat_activity
       where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`;
    if ((row?.n ?? 0) > 0) return;
  }
}

async function organization() {
  const { organizationId, slug } = await db.newOrganization();
  const run = <T>(work: (ctx: TenantContext) => Promise<T>) => db.tenant(organizationId, work);
  const person = (role: Role, id: string = randomUUID()): Viewer => ({
    kind: 'user',
    id,
    name: 'Somebody',
    method: 'password',
    role,
    teamScope: [],
    employeeId: null,
    organization: { id: organizationId, slug, name: 'Harbour Guard' },
  });
  /** Settings as they hold with some others. */
  const set = (other: object, revision?: number) =>
    run(async (ctx) => {
      const { revision: now, ...held } = await getSettings(ctx);
      return changeSettings(ctx, revision ?? now, { ...held, ...other });
    });
  const jobs = async () => {
    const rows = await admin<{ task: string }[]>`
      select task_identifier as task from graphile_worker.jobs where key like ${`%${organizationId}%`}`;
    return rows.map(({ task }) => task);
  };
  const clearJobs = async () => {
    await admin`delete from graphile_worker._private_jobs where key like ${`%${organizationId}%`}`;
  };
  const log = () => readLog(run);
  return { organizationId, run, person, set, jobs, clearJobs, log };
}

describe('changing settings', () => {
  it('asks for a refresh where the method or the day becomes another, and for nothing else', async () => {
    const { set, jobs, clearJobs, run } = await organization();
    const cases: readonly [object, string[]][] = [
      [{ constants: { halfLifeMonths: 12 } }, ['refresh-capability']],
      [{ instruments: ['durable'] }, ['refresh-capability']],
      [{ suppressionK: 9 }, []],
      [{ retentionMonths: 24 }, []],
      [{ ratingRetentionMonths: 60 }, []],
    ];
    for (const [other, wanted] of cases) {
      await clearJobs();
      expect(await set(other), JSON.stringify(other)).toHaveLength(1);
      expect(await jobs(), JSON.stringify(other)).toEqual(wanted);
    }
    // Of two zones that are 25 hours apart one has always another day than Amsterdam.
    await clearJobs();
    const { today } = await run(getMethod);
    const days = new Set<string>();
    for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      await set({ timeZone });
      days.add((await run(getMethod)).today);
    }
    expect([...days].some((day) => day !== today)).toBe(true);
    expect(await jobs()).toEqual(['refresh-capability']);
  });

  it('keeps each field before and after in the log, and nothing when nothing changes', async () => {
    const { set, log, jobs } = await organization();
    expect(await set({})).toEqual([]);
    expect(await log()).toEqual([]);
    await set({ constants: { trust: { self: 300 }, halfLifeMonths: 12 }, retentionMonths: 24 });
    const [entry, ...more] = await log();
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ action: 'settings.change' });
    expect(JSON.parse(entry?.details ?? '')).toEqual({
      changes: [
        { field: 'halfLifeMonths', before: null, after: 12 },
        { field: 'retentionMonths', before: 36, after: 24 },
        { field: 'trust.self', before: null, after: 300 },
      ],
    });
    expect(await jobs()).toEqual(['refresh-capability']);
  });

  it('of two who change the same state the second is told, also when both write at once', async () => {
    const { set, run } = await organization();
    await set({ retentionMonths: 24 }, 1);
    await expect(set({ retentionMonths: 48 }, 1)).rejects.toThrow(Conflict);
    expect(await run(getSettings)).toMatchObject({ retentionMonths: 24, revision: 2 });
    let second: Promise<unknown> | undefined;
    await run(async (ctx) => {
      const { revision, ...held } = await getSettings(ctx);
      await changeSettings(ctx, revision, { ...held, suppressionK: 6 });
      // Reads what holds before the first commits, and then waits for its row.
      second = set({ suppressionK: 7 }, 2).catch((error: unknown) => error);
      await somebodyWaits();
    });
    expect(await second).toBeInstanceOf(Conflict);
    expect((await run(getSettings)).suppressionK).toBe(6);
    expect((await run(getSettings)).revision).toBe(3);
  });

  it('refuses what is out of range with its field, and changes nothing', async () => {
    const { set, run } = await organization();
    const wrong: readonly [object, string][] = [
      [{ suppressionK: 4 }, 'suppressionK'],
      [{ suppressionK: 51 }, 'suppressionK'],
      [{ suppressionK: Number.NaN }, 'suppressionK'],
      [{ retentionMonths: 5 }, 'retentionMonths'],
      [{ retentionMonths: 36.5 }, 'retentionMonths'],
      [{ ratingRetentionMonths: 23 }, 'ratingRetentionMonths'],
      [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
      [{ instruments: [] }, 'instrument'],
      [{ instruments: ['nothing'] }, 'instrument'],
      [{ constants: { halfLifeMonths: 0 } }, '/halfLifeMonths'],
      [{ constants: { suppressionK: 1 } }, '/'],
    ];
    for (const [other, pointer] of wrong) {
      const error = await set(other).then(
        () => null,
        (thrown: unknown) => thrown,
      );
      expect(error, JSON.stringify(other)).toBeInstanceOf(InvalidInput);
      expect((error as InvalidInput).errors.map((one) => one.pointer)).toEqual([pointer]);
    }
    expect(await run(getSettings)).toMatchObject({ revision: 1, suppressionK: 5 });
  });
});

describe('smaller groups', () => {
  it('need an owner who asks and an HR partner who is somebody else', async () => {
    const { run, person, log } = await organization();
    const [owner, hr] = [person('owner'), person('hr_partner')];
    const ask = (who: Viewer, toK = 4, reason = 'Small sites') =>
      run((ctx) => askToLowerK(ctx, who, { toK, reason }));
    for (const role of ['admin', 'hr_partner', 'director'] as const)
      await expect(ask(person(role))).rejects.toThrow(Forbidden);
    await expect(ask({ ...owner, kind: 'token' })).rejects.toThrow(Forbidden);
    for (const toK of [2, 5, 6, Number.NaN]) await expect(ask(owner, toK)).rejects.toThrow(InvalidInput);
    await expect(ask(owner, 4, ' ')).rejects.toThrow(InvalidInput);
    await ask(owner);
    await expect(ask(owner, 3)).rejects.toThrow(Conflict);
    const [waiting] = await run(listLowerings);
    const loweringId = waiting?.loweringId ?? '';
    const answer = (who: Viewer, agree: boolean) =>
      run((ctx) => answerKLowering(ctx, who, { loweringId, agree }));
    for (const who of [
      owner,
      person('admin'),
      person('hr_partner', owner.id),
      { ...hr, kind: 'token' as const },
    ])
      await expect(answer(who, true)).rejects.toThrow(Forbidden);
    expect((await run(getSettings)).suppressionK).toBe(5);
    await answer(hr, true);
    await expect(answer(hr, true)).rejects.toThrow(NotFound);
    expect((await run(getSettings)).suppressionK).toBe(4);
    expect((await log()).map(({ action }) => action)).toEqual([
      'suppression.ask',
      'suppression.agree',
      'settings.change',
    ]);
  });

  it('are not shown when k was changed after it was asked, nor when it was taken back', async () => {
    const { run, person, set } = await organization();
    const ask = async () => {
      await run((ctx) => askToLowerK(ctx, person('owner'), { toK: 4, reason: 'Small sites' }));
      return (await run(listLowerings)).find(({ state }) => state === 'waiting')?.loweringId ?? '';
    };
    const answer = (loweringId: string, agree: boolean, role: Role = 'hr_partner') =>
      run((ctx) => answerKLowering(ctx, person(role), { loweringId, agree }));
    const first = await ask();
    await set({ suppressionK: 7 });
    await expect(answer(first, true)).rejects.toThrow(Conflict);
    expect((await run(getSettings)).suppressionK).toBe(7);
    await answer(first, false, 'owner');
    await expect(answer(first, true)).rejects.toThrow(NotFound);
    expect((await run(getSettings)).suppressionK).toBe(7);
  });
});

describe('the privacy pack', () => {
  const WORDS = { contact: 'Privacy office', legalGround: 'Works agreement' };

  it('is published by a person as a new version that stays as it was', async () => {
    const { run, person, set, log } = await organization();
    const hr = person('hr_partner');
    const publish = (after: number, revision: number, words = WORDS, who = hr) =>
      run((ctx) => publishPrivacy(ctx, who, { ...words, after, revision }));
    expect(await run((ctx) => getPrivacyPack(ctx, 'Harbour Guard'))).toMatchObject({
      last: null,
      isCurrent: false,
      versions: [],
    });
    await expect(publish(0, 1, { ...WORDS, contact: '' })).rejects.toThrow(InvalidInput);
    await expect(publish(0, 1, WORDS, { ...hr, kind: 'token' })).rejects.toThrow(Forbidden);
    expect(await publish(0, 1)).toBe(1);
    await expect(publish(1, 1)).rejects.toThrow('nothing new');
    const pack = () => run((ctx) => getPrivacyPack(ctx, 'Harbour Guard'));
    expect((await pack()).isCurrent).toBe(true);
    await set({ suppressionK: 8 });
    expect((await pack()).isCurrent).toBe(false);
    // As a page that was opened before the settings changed sends it.
    await expect(publish(1, 1)).rejects.toThrow(Conflict);
    expect(await publish(1, 2)).toBe(2);
    const [first, second] = await run(async (ctx) => [
      await getPrivacyVersion(ctx, 1),
      await getPrivacyVersion(ctx, 2),
    ]);
    expect(JSON.stringify(first?.documents.notice)).toContain('at least 5 people');
    expect(JSON.stringify(second?.documents.notice)).toContain('at least 8 people');
    await expect(run((ctx) => getPrivacyVersion(ctx, 3))).rejects.toThrow(NotFound);
    expect((await log()).filter(({ action }) => action === 'privacy.publish')).toHaveLength(2);
  });

  it('of two who publish at once one is told', async () => {
    const { run, person } = await organization();
    const publish = (contact: string) =>
      run((ctx) => publishPrivacy(ctx, person('owner'), { ...WORDS, contact, after: 0, revision: 1 }));
    const both = await Promise.allSettled([publish('One'), publish('Other')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await run((ctx) => getPrivacyPack(ctx, 'Harbour Guard'))).versions).toHaveLength(1);
  });

  it('stays as it was published, whatever the runtime role tries; only the publisher is forgotten', async () => {
    const { run, person } = await organization();
    const publisher = person('owner');
    await run((ctx) => publishPrivacy(ctx, publisher, { ...WORDS, after: 0, revision: 1 }));
    await run((ctx) => askToLowerK(ctx, person('owner'), { toK: 4, reason: 'small' }));
    const before = await run((ctx) => getPrivacyVersion(ctx));
    for (const work of [
      (ctx: TenantContext) => ctx.tx.deleteFrom('privacyVersions').execute(),
      (ctx: TenantContext) => ctx.tx.updateTable('privacyVersions').set({ contact: 'x' }).execute(),
      (ctx: TenantContext) => ctx.tx.updateTable('privacyVersions').set({ documents: '{}' }).execute(),
      (ctx: TenantContext) => ctx.tx.deleteFrom('kLowerings').execute(),
    ])
      await expect(run<unknown>(work)).rejects.toThrow(/permission denied/);
    await run((ctx) => forgetUser(ctx, publisher.id));
    expect(await run((ctx) => getPrivacyVersion(ctx))).toEqual({ ...before, publishedBy: 'erased' });
    expect(await run(listLowerings)).toHaveLength(1);
  });

  it('is not made another by a release or by the clock', async () => {
    const { run, person, organizationId } = await organization();
    await run((ctx) => publishPrivacy(ctx, person('owner'), { ...WORDS, after: 0, revision: 1 }));
    await run((ctx) => makeRelease(ctx, 'first'));
    const later = new Date('2031-01-01T12:00:00Z');
    const { isCurrent } = await db.tenant(
      organizationId,
      (ctx) => getPrivacyPack(ctx, 'Harbour Guard'),
      later,
    );
    expect(isCurrent).toBe(true);
  });
});
