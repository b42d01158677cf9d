import { beforeAll, describe, expect, it } from 'vitest';
import { ConnectionLost } from '#db/client/connection-lost';
import { type CopiedRow, copyRows } from '#db/client/copy-rows';
import { Pool } from '#db/client/pool';
import type { Slot } from '#db/client/slot';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
  await withSlot(db.urls.owner, (slot) =>
    slot.script('create table public.copied (a text, b integer primary key)'),
  );
});

const TARGET = { table: 'copied', columns: ['a', 'b'] };

async function* batches(...all: readonly (readonly CopiedRow[])[]) {
  for (const batch of all) yield batch;
}

async function withSlot<T>(url: string, work: (slot: Slot) => Promise<T>): Promise<T> {
  const options = {
    url,
    size: 1,
    applicationName: 'cadre-test',
    connectTimeoutMs: 5_000,
    acquireTimeoutMs: 10_000,
  };
  const pool = new Pool(options);
  const slot = await pool.acquire();
  try {
    return await work(slot);
  } finally {
    slot.destroy();
    await pool.close();
  }
}

/** Begins, does the work, and tells what the table holds and whether the slot still works. */
async function rolledBack(slot: Slot, work: () => Promise<unknown>) {
  await slot.script('begin; truncate public.copied');
  const outcome = await work().catch((error: unknown) => error);
  await slot.script('rollback');
  const rows = await slot.query<{ n: number }>('select count(*) as n from public.copied', []);
  return { outcome, left: rows[0]?.n };
}

describe('copying rows', () => {
  it('keeps every character and tells nothing from empty', async () => {
    await withSlot(db.urls.owner, async (slot) => {
      const texts = ['', null, 'a\tb\nc\rd\\e\\N', '"quoted"', '日本 é', '\\.', 'x'.repeat(200_000)];
      const rows = texts.map((text, index) => [text, String(index)]);
      expect(await copyRows(slot, TARGET, batches(rows.slice(0, 3), [], rows.slice(3)))).toBe(texts.length);
      const stored = await slot.query<{ a: string | null }>('select a from public.copied order by b', []);
      expect(stored.map(({ a }) => a)).toEqual(texts);
    });
  });

  it('takes very many batches', async () => {
    await withSlot(db.urls.owner, async (slot) => {
      await slot.script('truncate public.copied');
      async function* numbers() {
        for (let from = 0; from < 200_000; from += 1_000)
          yield Array.from({ length: 1_000 }, (_, index) => ['text', String(from + index)]);
      }
      expect(await copyRows(slot, TARGET, numbers())).toBe(200_000);
      const rows = await slot.query<{ n: number }>('select count(*) as n from public.copied', []);
      expect(rows[0]?.n).toBe(200_000);
      await slot.script('truncate public.copied');
    });
  });

  it.each([
    [
      'in the first of many batches',
      [[['x', 'no number']], Array.from({ length: 90_000 }, (_, n) => ['y', `${n}`])],
    ],
    ['in the very last row', [[['x', '1']], [['y', '1']]]],
  ])('tells why the server refuses a row %s, keeps nothing, and the slot works on', async (_, rows) => {
    await withSlot(db.urls.owner, async (slot) => {
      const { outcome, left } = await rolledBack(slot, () => copyRows(slot, TARGET, batches(...rows)));
      expect(outcome).toMatchObject({ code: expect.stringMatching(/^(22P02|23505)$/) });
      expect(left).toBe(0);
      expect(await copyRows(slot, TARGET, batches([['again', '5']]))).toBe(1);
      await slot.script('truncate public.copied');
    });
  });

  it('gives up when the rows fail, and throws their error', async () => {
    await withSlot(db.urls.owner, async (slot) => {
      async function* failing() {
        yield [['x', '1']];
        throw new RangeError('the file is broken');
      }
      const { outcome, left } = await rolledBack(slot, () => copyRows(slot, TARGET, failing()));
      expect(outcome).toBeInstanceOf(RangeError);
      expect(left).toBe(0);
    });
  });

  it('is lost with its connection, whatever the rows do', async () => {
    await withSlot(db.urls.owner, async (slot) => {
      await slot.script('begin');
      const pid = slot.backendPid;
      async function* waiting() {
        yield [['x', '1']];
        await withSlot(db.urls.admin, (other) => other.query(`select pg_terminate_backend(${pid})`, []));
        for (let n = 2; ; n += 1) yield [['y'.repeat(100_000), String(n)]];
      }
      await expect(copyRows(slot, TARGET, waiting())).rejects.toThrow(ConnectionLost);
      expect(slot.dead).toBe(true);
    });
    await withSlot(db.urls.owner, async (slot) => {
      const rows = await slot.query<{ n: number }>('select count(*) as n from public.copied', []);
      expect(rows[0]?.n).toBe(0);
    });
  });

  it('takes no name that is not one', async () => {
    await withSlot(db.urls.owner, async (slot) => {
      const bad = { table: 'copied; drop table copied', columns: ['a'] };
      await expect(copyRows(slot, bad, batches())).rejects.toThrow('not a table or column');
    });
  });
});
