import type { TenantContext } from '#db/tenancy';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { deleteOwnedFields } from '../data/owned-fields';
import type { OwnableField } from '../domain/owned-fields';

/** Lets imports change these fields of a person again. */
export async function releaseOwnedFields(
  ctx: TenantContext,
  employeeId: string,
  fields: readonly OwnableField[],
): Promise<void> {
  await deleteOwnedFields(ctx, employeeId, fields);
  recordAudit(ctx, {
    action: 'employee.ownership',
    subject: { kind: 'employee', id: employeeId },
    details: { fields: [...fields] },
  });
}
