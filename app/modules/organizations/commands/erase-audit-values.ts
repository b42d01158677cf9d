import type { TenantContext } from '#db/tenancy';
import { deletePersonalValues } from '../data/audit-entries';
import { recordAudit } from './record-audit';

/**
 * Erasure of a person from the audit log: the values about the person go, with the salts of their hashes; entries and
 * chain stay, and nobody can tell a value from what is left. To be called in the transaction that erases the person.
 * @param userId Who signs in as the person, if anybody.
 */
export async function eraseAuditValues(
  ctx: TenantContext,
  employeeId: string,
  userId: string | null = null,
): Promise<number> {
  const ofUser = userId === null ? 0 : await deletePersonalValues(ctx, userId);
  const values = ofUser + (await deletePersonalValues(ctx, employeeId));
  recordAudit(ctx, {
    action: 'person.erase',
    subject: { kind: 'employee', id: employeeId },
    details: { values },
  });
  return values;
}
