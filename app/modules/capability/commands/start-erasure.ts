import type { TenantContext } from '#db/tenancy';
import { enqueue } from '#jobs/enqueue';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import { startOperation } from '~/modules/organizations/commands/start-operation';
import type { ErasureReason } from '~/modules/organizations/domain/erasure-reason';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { Conflict, InvalidInput } from '~/shared/errors';
import { getErasureSubject } from '../queries/get-erasure-subject';

export interface ErasureRequest {
  readonly employeeId: string;
  readonly reason: ErasureReason;
  /** The person's name as the asker typed it. */
  readonly typedName: string;
}

/**
 * Asks for a person to be erased, as an operation; the worker does it. Returns the operation's id and who signs in as
 * the person.
 * @throws NotFound; InvalidInput when the name was not typed as it is; Conflict for oneself.
 */
export async function startErasure(
  ctx: TenantContext,
  viewer: Pick<Viewer, 'employeeId'>,
  { employeeId, reason, typedName }: ErasureRequest,
): Promise<{ readonly id: string; readonly userId: string | null }> {
  const subject = await getErasureSubject(ctx, employeeId);
  if (subject.employeeId === viewer.employeeId)
    throw new Conflict('Nobody erases themselves. Ask somebody else who may.');
  if (typedName.trim() !== subject.name.trim()) {
    const detail = 'Type the name exactly as it stands above.';
    throw new InvalidInput(detail, [{ pointer: 'name', detail }]);
  }
  const { id } = await startOperation(ctx, { kind: 'erase-person', input: { employeeId } });
  await enqueue(ctx, 'erase-person', { operationId: id }, { key: null });
  recordAudit(ctx, {
    action: 'person.erase_ask',
    subject: { kind: 'employee', id: employeeId },
    details: { reason },
  });
  return { id, userId: subject.userId };
}
