import type { TenantContext } from '#db/tenancy';
import { Conflict, NotFound } from '~/shared/errors';
import { findLastApplied, lockImport, updateImport } from '../../data/imports';
import type { ImportKind } from '../../domain/imports/import-report';
import { undoHindrance } from '../../domain/imports/undo-hindrance';

/** The kind of an import that is to be taken back, held until the transaction ends. @throws NotFound */
export async function kindOfImport(ctx: TenantContext, importId: string): Promise<ImportKind> {
  const row = await lockImport(ctx, importId);
  if (!row) throw new NotFound('There is no such import.');
  return row.kind;
}

/** Holds an import that is to be taken back. @throws NotFound, and Conflict with the reason when it cannot be. */
export async function requireUndoable(ctx: TenantContext, importId: string): Promise<void> {
  const row = await lockImport(ctx, importId);
  if (!row) throw new NotFound('There is no such import.');
  const hindrance = undoHindrance(row, { last: await findLastApplied(ctx), now: ctx.now });
  if (hindrance !== null) throw new Conflict(hindrance);
}

/** Notes that an import, which the caller holds, is taken back: nobody can take it back again. */
export async function closeUndone(ctx: TenantContext, importId: string): Promise<void> {
  await updateImport(ctx, importId, { state: 'undone', undoneAt: ctx.now });
}
