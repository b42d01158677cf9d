import type { Row, TenantWorld } from '../world/tenant-world';

/** How a data function is called with what belongs to another organization. */
export interface DataCall {
  /** The arguments after the context; they name rows of this organization. */
  readonly args: (world: NamedRows) => readonly unknown[];
  /**
   * What the organization itself gets back, so that the arguments are known to reach its rows: text with its canary;
   * some rows, ids or figures; or nothing, as from a write, which must then succeed for the organization itself.
   */
  readonly owner: 'canary' | 'rows' | 'nothing';
}

/** The rows of one organization under the names that data functions use. */
export interface NamedRows {
  /** The row of a table in camel case, without the organization; both names as in the database object. */
  row(table: string): Readonly<Record<string, unknown>>;
}

const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Names the rows of a world; throws where a table has none. */
export function namedRows(world: TenantWorld): NamedRows {
  return {
    row(table) {
      const row: Row | undefined = world.rows.get(snake(table));
      if (!row) throw new Error(`no row in ${table}`);
      const { organization_id: _organization, ...columns } = row;
      return Object.fromEntries(Object.entries(columns).map(([name, value]) => [camel(name), value]));
    },
  };
}

/** A read that finds text of the organization. */
export const reads = (args: DataCall['args'] = () => []): DataCall => ({ args, owner: 'canary' });
/** A read that finds ids or figures. */
export const finds = (args: DataCall['args'] = () => []): DataCall => ({ args, owner: 'rows' });
/** A write or a lock. */
export const does = (args: DataCall['args'] = () => []): DataCall => ({ args, owner: 'nothing' });

/** The day on which all calls look: after every day of the rows. */
export const DAY = '2026-01-01';
