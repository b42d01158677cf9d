import type { TenantContext } from '#db/tenancy';
import {
  type EntryFilter,
  type EntryPage,
  type EntryRow,
  findHead,
  listEntries,
  listPersonalValues,
} from '../data/audit-entries';
import { ACCESS_ACTION } from '../domain/audit/actions';
import type { AuditHead } from '../domain/audit/chain-entry';
import type { Reach } from '../domain/permissions';

export type { EntryFilter };

/** An entry with the values about a person that were not erased. */
export interface AuditEntryRow extends EntryRow {
  readonly values: readonly { readonly name: string; readonly value: string }[];
}

export interface AuditQuery {
  /** Of the permission audit:read: `accesses` gives views of individual ratings alone. */
  readonly reach: Reach;
  readonly filter: EntryFilter;
  readonly page: EntryPage;
}

export interface AuditPage {
  readonly entries: readonly AuditEntryRow[];
  /** There are more beyond the last. */
  readonly more: boolean;
}

/** A page of the audit log as far as the viewer may read it. */
export async function listAuditEntries(
  ctx: TenantContext,
  { reach, filter, page }: AuditQuery,
): Promise<AuditPage> {
  const actions = readableActions(reach, filter.actions);
  if (actions?.length === 0) return { entries: [], more: false };
  const narrowed = { ...filter, ...(actions ? { actions } : {}) };
  const rows = await listEntries(ctx, narrowed, { ...page, limit: page.limit + 1 });
  const shown = rows.slice(0, page.limit);
  return { entries: await withValues(ctx, shown), more: rows.length > page.limit };
}

async function withValues(ctx: TenantContext, rows: readonly EntryRow[]): Promise<AuditEntryRow[]> {
  const committed = rows.filter(({ commitments }) => commitments.length > 0);
  if (committed.length === 0) return rows.map((row) => ({ ...row, values: [] }));
  const stored = await listPersonalValues(
    ctx,
    committed.map(({ sequence }) => sequence),
  );
  const values = Map.groupBy(stored, ({ sequence }) => sequence);
  return rows.map((row) => ({
    ...row,
    values: (values.get(row.sequence) ?? []).map(({ name, value }) => ({ name, value })),
  }));
}

/** Those of the actions asked for that the reach opens; undefined: all. */
function readableActions(reach: Reach, asked: readonly string[] | undefined): readonly string[] | undefined {
  if (reach === 'all') return asked;
  const opened = reach === 'accesses' ? [ACCESS_ACTION] : [];
  return asked ? opened.filter((action) => asked.includes(action)) : opened;
}

/** The last entry's number and hash; null before the first entry. */
export async function getAuditHead(ctx: TenantContext): Promise<(AuditHead & { readonly at: Date }) | null> {
  return (await findHead(ctx)) ?? null;
}
