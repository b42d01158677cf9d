import type { TenantContext } from '#db/tenancy';
import { enqueue } from '#jobs/enqueue';
import { startOperation } from '~/modules/organizations/commands/start-operation';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { Forbidden } from '~/shared/errors';
import type { MappingConfirmation } from '../domain/mapping/mapping-decision';
import { type Confirmed, confirmMappings } from './confirm-mappings';

/** People of one confirmation that are mapped at once; more become an operation. */
const AT_ONCE = 500;

/**
 * Confirms mappings for a person who is signed in: at once, or as an operation when they are about many people.
 * @param people How many people they are about.
 * @throws Forbidden for a token: a mapping needs a person (method 10); else as confirmMappings.
 */
export async function startConfirming(
  ctx: TenantContext,
  viewer: Pick<Viewer, 'kind' | 'id'>,
  { confirmation, people }: { readonly confirmation: MappingConfirmation; readonly people: number },
): Promise<{ readonly done: Confirmed } | { readonly operationId: string }> {
  if (viewer.kind !== 'user') throw new Forbidden('A mapping is confirmed by a person, not by a token.');
  if (people <= AT_ONCE) return { done: await confirmMappings(ctx, confirmation, viewer.id) };
  const { id } = await startOperation(ctx, { kind: 'confirm-mappings', input: confirmation });
  await enqueue(ctx, 'confirm-mappings', { operationId: id }, { key: id });
  return { operationId: id };
}
