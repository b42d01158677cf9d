import type { Actor, SignedContext } from '#db/tenancy';
import { appendEntry } from '../data/audit-entries';
import type { AuditAction } from '../domain/audit/actions';
import { type NewEntry, writtenEntry } from '../domain/audit/new-entry';

/** A transaction of an organization, or of its members. */
interface Audited {
  readonly atEnd: (step: (end: SignedContext) => Promise<void>) => void;
}

/**
 * Says in the audit log what the context's actor does, in the transaction of the write: with it or not at all. The
 * entry is appended at the end of the transaction, because the log of an organization has one lock. In a read-only
 * transaction it is written right after it, and what was read is not answered when it cannot be.
 * @param asker Who asked for what a background job does, in place of the context's actor.
 */
export function recordAudit<Action extends AuditAction>(
  ctx: Audited,
  entry: NewEntry<Action>,
  asker?: Actor,
): void {
  const written = writtenEntry(entry);
  ctx.atEnd(async (end) => {
    await appendEntry(asker ? { tx: end.tx, actor: asker } : end, written);
  });
}
