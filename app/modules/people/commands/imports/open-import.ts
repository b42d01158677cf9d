import type { TenantContext } from '#db/tenancy';
import { Conflict, NotFound } from '~/shared/errors';
import { type ImportRow, lockImport } from '../../data/imports';

export type { ImportRow };

/** An import to work on, held until the transaction ends. @throws NotFound, and Conflict when it was applied already. */
export async function openImport(ctx: TenantContext, importId: string): Promise<ImportRow> {
  const row = await lockImport(ctx, importId);
  if (!row) throw new NotFound('There is no such import.');
  if (row.state === 'applied' || row.state === 'undone')
    throw new Conflict('This import was applied already. Nothing was done again.');
  return row;
}
