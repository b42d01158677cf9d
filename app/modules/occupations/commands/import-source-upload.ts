import { z } from 'zod';
import type { TenantContext } from '#db/tenancy';
import { enqueue } from '#jobs/enqueue';
import { startOperation } from '~/modules/organizations/commands/start-operation';

/** What an uploaded source is to become. */
export const sourceUploadInput = z.strictObject({
  /** own: seen by the organization only; shared: the catalogue of the whole installation, for its operators. */
  target: z.enum(['own', 'shared']),
  release: z.string().max(60).optional(),
  /** A person decided that this text takes the place of another one of the same version. */
  replace: z.boolean(),
});
export type SourceUpload = z.infer<typeof sourceUploadInput>;

/** Asks the worker to take an uploaded file into the catalogue; resolves to the id of the operation. */
export async function importSourceUpload(
  ctx: TenantContext,
  uploadId: string,
  input: SourceUpload,
): Promise<string> {
  const { id } = await startOperation(ctx, { kind: 'import-source', input });
  await enqueue(ctx, 'import-source', { operationId: id, uploadId }, { key: null });
  return id;
}
