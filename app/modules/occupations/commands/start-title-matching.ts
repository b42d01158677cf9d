import type { TenantContext } from '#db/tenancy';
import { enqueue } from '#jobs/enqueue';
import { startOperation } from '~/modules/organizations/commands/start-operation';
import type { TitleMatchingInput } from '../domain/titles/title-match-schemas';
import { requireTitleRelease } from '../queries/title-training';

/**
 * Has titles matched in the background, as an operation whose result is the matches.
 * @throws Conflict when no release is loaded.
 */
export async function startTitleMatching(
  ctx: TenantContext,
  input: TitleMatchingInput,
): Promise<{ readonly id: string }> {
  await requireTitleRelease(ctx);
  const { id } = await startOperation(ctx, { kind: 'match-titles', input });
  await enqueue(ctx, 'match-titles', { operationId: id }, { key: id });
  return { id };
}
