import type { TenantContext } from '#db/tenancy';
import type { OperationState } from '~/modules/organizations/domain/operation-state';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { statesOfOperations } from '~/modules/organizations/queries/states-of-operations';
import { listImportRowsNewest } from '../data/imports';
import {
  IMPORT_KINDS,
  type ImportCounts,
  type ImportKind,
  type ImportState,
} from '../domain/imports/import-report';
import { seesImport } from '../domain/imports/sees-import';

export interface ListedImport {
  readonly importId: string;
  readonly kind: ImportKind;
  readonly state: ImportState;
  /** Of the work on it that runs, or ran last; null when it is no longer kept. */
  readonly work: OperationState | null;
  readonly fileName: string;
  readonly askedAt: string;
  readonly appliedAt: string | null;
  readonly undoneAt: string | null;
  readonly counts: ImportCounts | null;
}

interface Page {
  readonly limit: number;
  /** Imports older than this one alone. */
  readonly cursor?: string | undefined;
}

/** A page of the organization's imports that the viewer may see, newest first; next: after which the next page begins. */
export async function listImports(
  ctx: TenantContext,
  viewer: Pick<Viewer, 'role'>,
  { limit, cursor }: Page,
): Promise<{ readonly items: ListedImport[]; readonly next: string | null }> {
  const kinds = IMPORT_KINDS.filter((kind) => seesImport(viewer, kind));
  const rows = await listImportRowsNewest(ctx, { kinds, after: cursor ?? null, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const states = await statesOfOperations(
    ctx,
    shown.flatMap(({ operationId }) => operationId ?? []),
  );
  return {
    items: shown.map(({ importId, kind, state, fileName, askedAt, appliedAt, undoneAt, counts, ...row }) => ({
      ...{ importId, kind, state, fileName, counts },
      work: states.get(row.operationId ?? '') ?? null,
      askedAt: askedAt.toISOString(),
      appliedAt: appliedAt?.toISOString() ?? null,
      undoneAt: undoneAt?.toISOString() ?? null,
    })),
    next: rows.length > limit ? (shown.at(-1)?.importId ?? null) : null,
  };
}
