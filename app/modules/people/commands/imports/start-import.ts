import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { TenantContext } from '#db/tenancy';
import { enqueue } from '#jobs/enqueue';
import { startOperation } from '~/modules/organizations/commands/start-operation';
import { getUpload } from '~/modules/organizations/queries/read-upload';
import { insertImport, updateImport } from '../../data/imports';
import type { ImportKind } from '../../domain/imports/import-report';
import { chosenWordSchema } from '../../domain/imports/word-meanings';

/** What the worker is asked to do with an uploaded file. */
export const importStepInput = z.strictObject({
  importId: z.uuid(),
  /** The stored file; null where none is needed. */
  uploadId: z.uuid().nullable(),
  /** plan: make the preview; apply: what was previewed; take: both at once, without anybody in between. */
  step: z.enum(['plan', 'apply', 'take', 'undo']),
  /** The file holds everybody. */
  everybody: z.boolean(),
  /** Rows that are rejected: left out, or nothing at all is taken. */
  rejected: z.enum(['leave_out', 'refuse_all']),
  /** Of positions: whoever asked may read horizons. */
  withHorizon: z.boolean().default(false),
  /** Of people: what words of the file mean. */
  words: z.array(chosenWordSchema).default([]),
});
export type ImportStep = z.infer<typeof importStepInput>;
/** As asked: what has a usual value may be left out. */
export type AskedStep = z.input<typeof importStepInput>;

interface NewImport extends Pick<AskedStep, 'everybody' | 'rejected' | 'withHorizon' | 'words'> {
  readonly uploadId: string;
  readonly kind: ImportKind;
  readonly step: 'plan' | 'take';
}

/** Begins an import of an uploaded file; the worker reads it. @returns its id. */
export async function startImport(ctx: TenantContext, { kind, ...input }: NewImport): Promise<string> {
  const importId = randomUUID();
  const { name, checksum, uploadId } = await getUpload(ctx, input.uploadId);
  await insertImport(ctx, { importId, kind, fileName: name, checksum, uploadId, operationId: null });
  await askForStep(ctx, { importId, ...input });
  return importId;
}

/** Asks the worker for a step of an import. */
export async function askForStep(ctx: TenantContext, input: AskedStep): Promise<void> {
  const { id } = await startOperation(ctx, { kind: 'import-file', input });
  await updateImport(ctx, input.importId, { operationId: id });
  await enqueue(ctx, 'import-file', { operationId: id }, { key: null });
}
