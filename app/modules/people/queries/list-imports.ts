import type { TenantContext } from '#db/tenancy';
import type { Viewer } from '~/modules/organizations/domain/viewer';
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
  readonly fileName: string;
  readonly askedAt: string;
  readonly counts: ImportCounts | null;
}

/** The newest of the organization's imports that the viewer may see, newest first. */
export async function listImports(
  ctx: TenantContext,
  viewer: Pick<Viewer, 'role'>,
  limit: number,
): Promise<ListedImport[]> {
  const kinds = IMPORT_KINDS.filter((kind) => seesImport(viewer, kind));
  const rows = await listImportRowsNewest(ctx, kinds, limit);
  return rows.map(({ importId, kind, state, fileName, askedAt, counts }) => ({
    importId,
    kind,
    state,
    fileName,
    askedAt: askedAt.toISOString(),
    counts,
  }));
}
