import type postgres from 'postgres';

/** All rows of every table, as text; as superuser. */
export type Rows = ReadonlyMap<string, number>;

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const MOMENT = /\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-][\d:]+)?/g;
const HASH = /\\\\x[0-9a-f]+|[0-9a-f]{64}|\$argon2[^"]*/g;
const ELSEWHERE = ['graphile_worker', 'pg_catalog', 'information_schema'];
/** Tables of the session, of tries and of what is begun by asking: a request changes them whatever else it sends. */
const OF_REQUESTS = ['sessions', 'attempt_counters', 'known_sources', 'passkey_challenges', 'sso_states'];

export async function readRows(admin: postgres.Sql): Promise<Rows> {
  const tables = await admin<{ name: string }[]>`
    select format('%I.%I', n.nspname, c.relname) as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname <> all (${ELSEWHERE}) and n.nspname not like 'pg\\_%'
       and c.relname not like 'onet\\_%' and c.relname <> all (${OF_REQUESTS})`;
  const selects = tables.map(({ name }) => `select '${name} ' || to_jsonb(t)::text as row from ${name} t`);
  const rows = await admin.unsafe<{ row: string }[]>(selects.join(' union all '));
  const counted = new Map<string, number>();
  for (const { row } of rows) counted.set(row, (counted.get(row) ?? 0) + 1);
  return counted;
}

export interface Effect {
  /** Rows that came and went, as they are. */
  readonly came: readonly string[];
  readonly went: readonly string[];
  /** The same without ids, moments and hashes, in order: what two equal requests have in common. */
  readonly shape: string;
}

/** What happened between two readings. */
export function effectOf(before: Rows, after: Rows): Effect {
  const missing = (from: Rows, of: Rows) =>
    [...from].flatMap(([row, count]) =>
      Array.from({ length: Math.max(0, count - (of.get(row) ?? 0)) }, () => row),
    );
  const [came, went] = [missing(after, before), missing(before, after)];
  const shapeOf = (rows: readonly string[]) => rows.map(withoutIds).sort();
  return { came, went, shape: JSON.stringify([shapeOf(came), shapeOf(went)], null, 1) };
}

/** Also without numbers that count on: sequences, revisions and positions of a log. */
function withoutIds(row: string): string {
  return row
    .replace(ID, 'ID')
    .replace(MOMENT, 'MOMENT')
    .replace(HASH, 'HASH')
    .replace(/"sequence": \d+/g, '"sequence": N')
    .replace(/"transaction": "\d+"/g, '"transaction": N')
    .replace(/(turn|new)\d+/g, 'NAME');
}
