import type { TenantContext } from '#db/tenancy';
import { Conflict, InvalidInput, NotFound } from '~/shared/errors';
import { lockImport, updateImport } from '../../data/imports';
import { type ImportLayout, layoutFaults } from '../../domain/imports/import-layout';
import { type ChosenWord, meaningOf, withWords } from '../../domain/imports/word-fields';
import { rememberLayout } from './remember-layout';
import { askForStep } from './start-import';

export interface NamedColumns extends Omit<ImportLayout, 'words'> {
  /** What was chosen for words of the file; others that were said before stay. */
  readonly chosen?: readonly ChosenWord[];
}

/** Says what words of an import mean, and has the preview made anew; the rest of its layout stays. @throws as nameColumns. */
export async function nameWords(
  ctx: TenantContext,
  importId: string,
  chosen: readonly ChosenWord[],
): Promise<void> {
  const row = await lockImport(ctx, importId);
  if (!row?.layout) throw new NotFound('There is no such import, or its file is gone.');
  await nameColumns(ctx, importId, { ...row.layout, chosen });
}

/**
 * Says which column of an import is which field, and has the preview made. It is remembered for files with the same
 * header. @throws InvalidInput for a layout that cannot be used, Conflict for an import that is applied.
 */
export async function nameColumns(
  ctx: TenantContext,
  importId: string,
  { chosen = [], ...layout }: NamedColumns,
): Promise<void> {
  const row = await lockImport(ctx, importId);
  if (!row?.header) throw new NotFound('There is no such import, or its file is gone.');
  if (row.state === 'applied' || row.state === 'undone')
    throw new Conflict('This import was applied. Upload the file again to import it anew.');
  const uploadId = requireUpload(row.uploadId);
  const width = row.header.names.length;
  const faults = layoutFaults(layout.columns, row.header.names);
  if (Object.values(layout.columns).some((place) => place >= width))
    faults.push('A column is not in the file.');
  if (faults.length > 0)
    throw new InvalidInput(
      faults.join(' '),
      faults.map((detail) => ({ pointer: 'columns', detail })),
    );
  const known = row.layout?.words ?? {};
  const words = chosen.filter(({ field, key, meaning }) => meaningOf(known, field, key) !== meaning);
  const said = { ...layout, words: withWords(known, words) };
  await rememberLayout(ctx, { header: row.header.names, layout: said, words });
  await updateImport(ctx, importId, { layout: said, state: 'mapping' });
  await askForStep(ctx, {
    importId,
    uploadId,
    step: 'plan',
    everybody: layout.everybody,
    rejected: 'leave_out',
  });
}

/** The stored file. Throws Conflict when it is gone. */
export function requireUpload(uploadId: string | null): string {
  if (uploadId === null) throw new Conflict('The uploaded file is no longer there. Upload it again.');
  return uploadId;
}
