import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { columnLists, type ListedColumn } from '#db/column-lists';
import { openTestDatabase, type TestDatabase } from '#test/setup/database';

interface Row {
  readonly name: string | null;
  readonly count: number | null;
  readonly large: number;
  readonly on: boolean | null;
  readonly day: string | null;
  readonly levels: readonly (number | null)[];
  readonly words: readonly string[];
  readonly bytes: string;
}

const COLUMNS: Readonly<Record<string, ListedColumn<Row>>> = {
  name: ['text', (row) => row.name],
  count: ['smallint', (row) => row.count],
  large: ['bigint', (row) => row.large],
  on_leave: ['boolean', (row) => row.on],
  day: ['date', (row) => row.day],
  levels: ['smallint[]', (row) => row.levels],
  words: ['text[]', (row) => row.words],
  bytes: ['bytea', (row) => `\\x${Buffer.from(row.bytes).toString('hex')}`],
};

const ROWS: readonly Row[] = [
  {
    ...{ name: null, count: null, large: 2 ** 53 - 1, on: true, day: '2026-02-28' },
    ...{ levels: [0, null, 4], words: ['a,b', 'say "no"', 'back\\slash', 'NULL', ''], bytes: 'ab' },
  },
  {
    ...{ name: 'Ünï {"odd"} \\ name', count: -4, large: 0, on: false, day: null },
    ...{ levels: [], words: [], bytes: '' },
  },
  {
    ...{ name: '', count: 0, large: 1, on: null, day: '0001-01-01', levels: [null], words: ['x'] },
    bytes: 'é',
  },
];

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});

describe('rows as lists of their columns', () => {
  it('arrive as they were, of every type that is written so', async () => {
    const { organizationId } = await db.newOrganization();
    const { names, values, rows } = columnLists(COLUMNS, ROWS);
    const read = await db.tenant(organizationId, ({ tx }) =>
      sql<Record<string, unknown>>`
        with sent (${names}) as (select ${values} from ${rows})
        select name, count, large, on_leave as "on", day, levels, words, encode(bytes, 'hex') as bytes from sent`.execute(
        tx,
      ),
    );
    const hex = (text: string) => Buffer.from(text).toString('hex');
    expect(read.rows).toEqual(ROWS.map((row) => ({ ...row, bytes: hex(row.bytes) })));
  });

  it('refuse a name or type that is none', () => {
    expect(() => columnLists({ 'a; drop': ['text', () => 'x'] }, [1])).toThrow(/not a column or type/);
    expect(() => columnLists({ a: ["text')", () => 'x'] }, [1])).toThrow(/not a column or type/);
  });
});
