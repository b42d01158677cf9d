import { readRows } from '#db/export-rows';
import type { TenantContext } from '#db/tenancy';

export interface OrganizationExport {
  readonly organization: { readonly id: string; readonly slug: string; readonly name: string };
  readonly at: Date;
  readonly tables: readonly string[];
  /** Who belongs to it: name, address, rights. */
  readonly members: readonly object[];
}

type InTenant = <T>(work: (ctx: TenantContext) => Promise<T>) => Promise<T>;

/**
 * A copy of an organization as lines of JSON: what it is, then each row of each table with all its columns, then how
 * many there are of each, so that a copy that was cut off is told. Rows are read in short transactions while the copy is
 * sent: what changes meanwhile is in it as it was when its table was read.
 */
export async function* exportOrganization(
  inTenant: InTenant,
  { organization, at, tables, members }: OrganizationExport,
): AsyncGenerator<string> {
  yield line({ format: 'cadre.organization.1', organization, exportedAt: at.toISOString() });
  yield members.map((row) => line({ table: 'members', row })).join('');
  const counts: Record<string, number> = { members: members.length };
  for (const table of tables) {
    counts[table] = 0;
    for (let after: readonly string[] | null = null, more = true; more; ) {
      const page = await inTenant((ctx) => readRows(ctx, table, after));
      counts[table] += page.rows.length;
      yield page.rows.map((row) => `{"table":"${table}","row":${row}}\n`).join('');
      after = page.next;
      more = after !== null;
    }
  }
  yield line({ end: counts });
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
