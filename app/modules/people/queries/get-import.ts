import type { TenantContext } from '#db/tenancy';
import type { Operation } from '~/modules/organizations/domain/operation';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { getOperationToStop } from '~/modules/organizations/queries/get-operation';
import { hasUpload } from '~/modules/organizations/queries/read-upload';
import { isCadreError, NotFound } from '~/shared/errors';
import { isUuid } from '~/shared/is-uuid';
import { countDifferences } from '../data/import-rows';
import { findImport, findLastApplied, type ImportRow } from '../data/imports';
import { seesImport } from '../domain/imports/sees-import';
import { undoHindrance } from '../domain/imports/undo-hindrance';

/** An import with the operation that works on it, or did last. */
export interface DescribedImport extends Omit<ImportRow, 'askedAt' | 'appliedAt' | 'undoneAt'> {
  readonly askedAt: string;
  readonly appliedAt: string | null;
  readonly undoneAt: string | null;
  /** Null when it is no longer kept. */
  readonly operation: Operation | null;
  /** The reader may stop it. */
  readonly mayStop: boolean;
  /** Its file is still kept: for a day, until it is applied, or until somebody is erased. */
  readonly hasFile: boolean;
  /** It can be taken back. */
  readonly mayUndo: boolean;
}

type Asker = Pick<Viewer, 'kind' | 'id' | 'role'>;

/** One import of the organization; ratings are for those alone who run cycles everywhere. Throws NotFound. */
export async function getImport(ctx: TenantContext, viewer: Asker, id: string): Promise<DescribedImport> {
  const row = isUuid(id) ? await findImport(ctx, id) : undefined;
  if (!row || !seesImport(viewer, row.kind)) throw new NotFound('There is nothing at this address.');
  return {
    ...row,
    askedAt: row.askedAt.toISOString(),
    appliedAt: row.appliedAt?.toISOString() ?? null,
    undoneAt: row.undoneAt?.toISOString() ?? null,
    ...(row.operationId === null ? NONE : await operationOf(ctx, viewer, row.operationId)),
    hasFile: row.uploadId !== null && (await hasUpload(ctx, row.uploadId)),
    mayUndo: undoHindrance(row, { last: await findLastApplied(ctx), now: ctx.now }) === null,
  };
}

type Worked = Pick<DescribedImport, 'operation' | 'mayStop'>;

const NONE: Worked = { operation: null, mayStop: false };

async function operationOf(ctx: TenantContext, viewer: Asker, id: string): Promise<Worked> {
  try {
    return await getOperationToStop(ctx, viewer, id);
  } catch (error) {
    if (isCadreError(error) && error.kind === 'not-found') return NONE;
    throw error;
  }
}

/** How many people each field changes of, most first. */
export async function listChangedFields(
  ctx: TenantContext,
  importId: string,
): Promise<{ field: string; people: number }[]> {
  return countDifferences(ctx, importId);
}
