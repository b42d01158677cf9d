import { randomInt, randomUUID } from 'node:crypto';
import { type QueryExecutorProvider, sql } from 'kysely';
import type { Database } from '#db/database';
import { READ_ONLY_TENANT_TABLES } from '#db/table-scope';
import { withTenant } from '#db/tenancy';
import { appendAuditRows } from './append-audit-row';
import { cellValue } from './cell-value';
import type { ForeignKeyShape, TableShape } from './table-shape';

/** A row as JSON, by column name. */
export type Row = Readonly<Record<string, unknown>>;

/** One organization with one row in each tenant table; each row's texts hold the canary. */
export interface TenantWorld {
  readonly organizationId: string;
  readonly canary: string;
  readonly rows: ReadonlyMap<string, Row>;
}

/** Whatever runs statements in an open transaction: a tenant's context, or the operator's. */
export interface Runner {
  readonly tx: QueryExecutorProvider;
}

type Shapes = ReadonlyMap<string, TableShape>;

/** Fills every tenant table for a new organization, parents first. */
export async function growWorld(database: Database, shapes: Shapes): Promise<TenantWorld> {
  const organizationId = randomUUID();
  const canary = `canary-${organizationId.slice(0, 8)}`;
  const rows = new Map<string, Row>();
  const actor = { kind: 'operator', id: 'test' } as const;
  await withTenant(database, { organizationId, actor }, async (ctx) => {
    const grow = async (name: string): Promise<void> => {
      const shape = shapes.get(name);
      if (rows.has(name) || !shape || READ_ONLY_TENANT_TABLES.includes(name)) return;
      for (const key of neededKeys(shape)) await grow(key.parent);
      rows.set(name, await insertRow(ctx, shape, newRow(shape, { organizationId, canary, rows })));
    };
    for (const name of shapes.keys()) await grow(name);
    const personId = String(rows.get('employees')?.['employee_id']);
    for (const [name, row] of await appendAuditRows(ctx, { canary, personId })) rows.set(name, row);
  });
  return { organizationId, canary, rows };
}

/** A row with fresh ids that belongs to this world. Its parents are those of the world. */
export function newRow(shape: TableShape, world: TenantWorld): Row {
  const seed = { canary: world.canary, salt: randomInt(9_000) };
  const values = shape.columns.map((column) => [column.name, cellValue(column, seed)] as const);
  const own = Object.fromEntries(values.filter(([, value]) => value !== undefined));
  const parents = neededKeys(shape).map((key) => pointAt(key, world.rows.get(key.parent)));
  return Object.assign(own, ...parents, { organization_id: world.organizationId }) as Row;
}

/** The columns of a foreign key with the values of this parent row. */
export function pointAt({ columns, parentColumns }: ForeignKeyShape, parent: Row | undefined): Row {
  if (!parent) return {};
  return Object.fromEntries(columns.map((column, index) => [column, parent[parentColumns[index] ?? '']]));
}

/** Keys without which the row cannot be: a column of theirs is required, besides the organization. */
function neededKeys(shape: TableShape): ForeignKeyShape[] {
  const required = new Set(shape.columns.filter((column) => column.required).map(({ name }) => name));
  return shape.foreignKeys.filter(
    (key) =>
      key.parent !== shape.name &&
      (key.columns.length === 1 ||
        key.columns.some((name) => name !== 'organization_id' && required.has(name))),
  );
}

/** Inserts the row by raw SQL and answers it as stored. Throws with the table's name when the row is refused. */
export async function insertRow(ctx: Runner, shape: TableShape, row: Row): Promise<Row> {
  const columns = sql.join(Object.keys(row).map((name) => sql.ref(name)));
  const table = sql.table(shape.name);
  const { rows } = await sql<{ row: Row }>`
    insert into ${table} (${columns})
    select ${columns} from jsonb_populate_record(null::${table}, ${JSON.stringify(row)}::text::jsonb)
    returning to_jsonb(${table}.*) as row`.execute(ctx.tx);
  if (!rows[0]) throw new Error(`no row was made in ${shape.name}`);
  return rows[0].row;
}
