import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { TenantContext } from '#db/tenancy';
import { runOperation } from '#jobs/run-operation';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';
import { keepLogLines } from '#test/setup/log-lines';
import { cancelOperation } from '~/modules/organizations/commands/cancel-operation';
import { deleteOldOperations } from '~/modules/organizations/commands/delete-old-operations';
import { finishOperation } from '~/modules/organizations/commands/finish-operation';
import { startOperation } from '~/modules/organizations/commands/start-operation';
import type { Role } from '~/modules/organizations/domain/role';
import { getOperation } from '~/modules/organizations/queries/get-operation';
import { InvalidInput } from '~/shared/errors';

let db: TestDatabase;
let organizationId: string;
const { logger, lines } = keepLogLines('worker');
const asker = { kind: 'user', id: randomUUID(), role: 'employee' as Role } as const;
const input = z.strictObject({ n: z.number() });

beforeAll(async () => {
  db = await openTestDatabase();
  organizationId = (await db.newOrganization()).organizationId;
});

const inTenant = <T>(work: (ctx: TenantContext) => Promise<T>) => db.tenant(organizationId, work);
const start = () =>
  inTenant((ctx) =>
    startOperation({ ...ctx, actor: asker }, { kind: 'import-source', input: { n: 1 } }),
  ).then(({ id }) => id);
const read = (id: string, role: Role = 'owner') =>
  inTenant((ctx) => getOperation(ctx, { kind: 'user', id: randomUUID(), role }, id));
type Work = Parameters<typeof runOperation<{ n: number }>>[2];
const run = (operationId: string, work: Work) =>
  runOperation({ inTenant, mayStill: async () => true, logger }, { operationId, input }, work);
const stopped = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true });
  });

describe('an operation', () => {
  it('waits, runs with its input and its asker, and is done with its result', async () => {
    const id = await start();
    expect(await read(id)).toMatchObject({ state: 'queued', progress: 0, startedAt: null });
    await run(id, async (begun) => {
      expect(begun).toMatchObject({ input: { n: 1 }, requestedBy: { kind: 'user', id: asker.id } });
      expect(await read(id)).toMatchObject({ state: 'running', progress: 0 });
      return { summary: ['done'] };
    });
    const over = await read(id);
    expect(over).toMatchObject({ state: 'done', progress: 1, result: { summary: ['done'] } });
    expect(over.finishedAt).not.toBeNull();
  });

  it('is not done for somebody who may no longer ask for it', async () => {
    const id = await start();
    let times = 0;
    const work = async () => {
      times += 1;
    };
    const asked: unknown[] = [];
    const mayStill = async (by: unknown) => {
      asked.push(by);
      return false;
    };
    await runOperation({ inTenant, mayStill, logger }, { operationId: id, input }, work);
    expect([times, asked]).toEqual([0, [{ kind: 'user', id: asker.id }]]);
    expect(await read(id)).toMatchObject({ state: 'failed', error: { kind: 'forbidden' } });
  });

  it('is brought to its end once it was begun, whatever became of who asked', async () => {
    const id = await start();
    let allowed = true;
    const asked = { inTenant, mayStill: async () => allowed, logger };
    const broken = runOperation(asked, { operationId: id, input }, async () => {
      throw Object.assign(new Error('the connection was lost'), { name: 'ConnectionLost' });
    });
    await expect(broken).rejects.toThrow('the connection was lost');
    allowed = false;
    await runOperation(asked, { operationId: id, input }, async () => ({ summary: ['done'] }));
    expect(await read(id)).toMatchObject({ state: 'done' });
  });

  it('is left alone when it is over, however often its job is delivered', async () => {
    const id = await start();
    let times = 0;
    const work = async () => {
      times += 1;
      return { times };
    };
    await run(id, work);
    await run(id, work);
    expect((await read(id)).result).toEqual({ times: 1 });
    expect(times).toBe(1);
  });

  it('tells its progress while it runs', async () => {
    const id = await start();
    await run(id, async ({ report }) => {
      report(0.4);
      for (;;) {
        if ((await read(id)).progress === 0.4) return null;
        await pause(20);
      }
    });
    expect((await read(id)).state).toBe('done');
  });

  it('fails with kind, reason and places of a refusal, and tells nothing of any other error', async () => {
    const [refused, broken] = [await start(), await start()];
    await run(refused, async () => {
      throw new InvalidInput('Not a table.', [{ pointer: 'a.csv:3', detail: 'Too few cells.' }]);
    });
    expect(await read(refused)).toMatchObject({
      state: 'failed',
      error: {
        kind: 'invalid-input',
        detail: 'Not a table.',
        errors: [{ pointer: 'a.csv:3', detail: 'Too few cells.' }],
      },
    });
    await run(broken, async () => {
      throw new Error('secret of the machine');
    });
    const { state, error } = await read(broken);
    expect({ state, kind: error?.kind }).toEqual({ state: 'failed', kind: 'failed' });
    expect(JSON.stringify(error)).not.toContain('secret');
    expect(lines.some((line) => line.includes('operation failed') && line.includes(broken))).toBe(true);
  });

  it('begins again from the beginning after its worker died, and is given up after five times', async () => {
    const id = await start();
    const died = Object.assign(new Error('gone'), { name: 'ConnectionLost' });
    for (let time = 1; time <= 5; time += 1) {
      await expect(
        run(id, async () => {
          throw died;
        }),
      ).rejects.toBe(died);
      expect((await read(id)).state).toBe('running');
    }
    await run(id, () => expect.fail('begun a sixth time'));
    expect(await read(id)).toMatchObject({ state: 'failed', error: { kind: 'failed' } });
  });

  it('is done exactly once when the work finishes it in its own transaction and is then cut off', async () => {
    const id = await start();
    const died = Object.assign(new Error('gone'), { name: 'ConnectionLost' });
    const cut = run(id, async () => {
      await inTenant((ctx) => finishOperation(ctx, id, { once: true }));
      throw died;
    });
    await expect(cut).rejects.toBe(died);
    await run(id, () => expect.fail('begun again'));
    expect((await read(id)).result).toEqual({ once: true });
  });
});

describe('stopping', () => {
  it('ends one that waits at once: it is never begun', async () => {
    const id = await start();
    await inTenant((ctx) => cancelOperation(ctx, asker, id));
    await run(id, () => expect.fail('begun'));
    expect(await read(id)).toMatchObject({ state: 'cancelled', cancelling: false });
  });

  it('aborts one that runs', async () => {
    const id = await start();
    await run(id, async ({ signal }) => {
      const now = await inTenant((ctx) => cancelOperation(ctx, asker, id));
      expect(now).toMatchObject({ state: 'running', cancelling: true });
      return stopped(signal);
    });
    expect(await read(id)).toMatchObject({ state: 'cancelled', cancelling: false });
  });

  it('ends one whose worker died before it heard of it', async () => {
    const id = await start();
    const died = Object.assign(new Error('gone'), { name: 'JobNoLongerHeld' });
    const cut = run(id, async () => {
      await inTenant((ctx) => cancelOperation(ctx, asker, id));
      throw died;
    });
    await expect(cut).rejects.toBe(died);
    await run(id, () => expect.fail('begun again'));
    expect((await read(id)).state).toBe('cancelled');
  });

  it('changes nothing of one that is over', async () => {
    const id = await start();
    await run(id, async () => 1);
    expect(await inTenant((ctx) => cancelOperation(ctx, asker, id))).toMatchObject({ state: 'done' });
  });

  it('is for the asker and for those who may change the organization', async () => {
    const id = await start();
    const other = (role: Role) =>
      inTenant((ctx) => cancelOperation(ctx, { kind: 'user', id: randomUUID(), role }, id));
    await expect(other('employee')).rejects.toMatchObject({ kind: 'not-found' });
    await expect(other('hr_partner')).rejects.toMatchObject({ kind: 'forbidden' });
    expect((await other('admin')).state).toBe('cancelled');
  });
});

describe('seeing', () => {
  it('is for the asker and for those who may read the organization; a token of the same id is another', async () => {
    const id = await start();
    const as = (viewer: { kind: 'user' | 'token'; id: string; role: Role }) =>
      inTenant((ctx) => getOperation(ctx, viewer, id)).then(({ state }) => state);
    expect(await as(asker)).toBe('queued');
    expect(await as({ ...asker, id: randomUUID(), role: 'hr_partner' })).toBe('queued');
    for (const role of ['director', 'executive', 'employee'] as const) {
      await expect(as({ ...asker, id: randomUUID(), role })).rejects.toMatchObject({ kind: 'not-found' });
      await expect(as({ ...asker, kind: 'token', role })).rejects.toMatchObject({ kind: 'not-found' });
    }
  });
});

describe('old operations', () => {
  it('are deleted after thirty days, younger ones stay', async () => {
    const id = await start();
    const later = (days: number) => new Date(Date.now() + days * 86_400_000);
    await db.tenant(organizationId, deleteOldOperations, later(29));
    expect((await read(id)).state).toBe('queued');
    await db.tenant(organizationId, deleteOldOperations, later(31));
    await expect(read(id)).rejects.toMatchObject({ kind: 'not-found' });
  });
});
