import { createHash } from 'node:crypto';
import type { TenantContext } from '#db/tenancy';
import { listEntries, listPersonalValues } from '../data/audit-entries';
import type { AuditHead, ChainEntry } from '../domain/audit/chain-entry';
import { type ChainVerdict, verifyChain } from '../domain/audit/verify-chain';

type InTenant = <T>(work: (ctx: TenantContext) => Promise<T>) => Promise<T>;

const BATCH = 2_000;

/** SHA-256 in hexadecimal. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Checks the whole log of an organization against itself and against heads that were published, a batch at a time.
 * @param inTenant opens a read-only transaction of the organization for each batch
 */
export async function verifyAudit(inTenant: InTenant, heads: readonly AuditHead[]): Promise<ChainVerdict> {
  return verifyChain(streamChain(inTenant), { sha256, heads });
}

/** The whole log in order, as its hashes see it. */
export async function* streamChain(inTenant: InTenant): AsyncGenerator<ChainEntry> {
  for (let after = 0, more = true; more; ) {
    const batch = await inTenant((ctx) => readChain(ctx, after));
    yield* batch;
    more = batch.length === BATCH;
    after = batch.at(-1)?.sequence ?? after;
  }
}

async function readChain(ctx: TenantContext, after: number): Promise<ChainEntry[]> {
  const rows = await listEntries(ctx, { zone: 'UTC' }, { after, limit: BATCH });
  const stored = await listPersonalValues(
    ctx,
    rows.filter(({ commitments }) => commitments.length > 0).map(({ sequence }) => sequence),
  );
  const values = Map.groupBy(stored, (value) => value.sequence);
  const { organizationId } = ctx;
  return rows.map((row) => ({
    ...row,
    organizationId,
    at: row.at.getTime(),
    values: (values.get(row.sequence) ?? []).map(({ name, salt, value }) => ({ name, salt, value })),
  }));
}
