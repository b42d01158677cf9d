import { readForm } from '~/http/read-form.server';
import { type ErasureReason, isErasureReason } from '~/modules/organizations/domain/erasure-reason';
import { InvalidInput } from '~/shared/errors';

export interface EraseForm {
  readonly reason: ErasureReason;
  readonly typedName: string;
}

/** Throws InvalidInput without a reason of the list. */
export async function readEraseForm(request: Request): Promise<EraseForm> {
  const form = await readForm(request);
  const reason = String(form.get('reason') ?? '');
  if (!isErasureReason(reason)) {
    const detail = 'Choose why the person is erased.';
    throw new InvalidInput(detail, [{ pointer: 'reason', detail }]);
  }
  return { reason, typedName: String(form.get('name') ?? '') };
}
