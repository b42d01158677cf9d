import type { TenantContext } from '#db/tenancy';
import { enqueue } from '#jobs/enqueue';
import { startOperation } from '~/modules/organizations/commands/start-operation';
import type { PersonFields } from '../domain/person-fields';

export interface ManyChanges {
  readonly employeeIds: readonly string[];
  readonly fields: PersonFields;
  readonly from: string;
  readonly own: boolean;
}

/** Asks for a change of many people, as an operation; the worker does it. Returns the operation's id. */
export async function startPeopleChange(
  ctx: TenantContext,
  change: ManyChanges,
): Promise<{ readonly id: string }> {
  const { id } = await startOperation(ctx, { kind: 'change-people', input: change });
  await enqueue(ctx, 'change-people', { operationId: id }, { key: null });
  return { id };
}
