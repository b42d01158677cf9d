import type { TenantContext } from '#db/tenancy';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import type { ImportItem } from '../domain/imports/import-schemas';
import { listImports } from './list-imports';

/** A page of imports as the API lists them, newest first; next: the id after which the next page begins. */
export async function listImportResources(
  ctx: TenantContext,
  viewer: Pick<Viewer, 'role'>,
  page: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<{ items: ImportItem[]; next: string | null }> {
  const { items, next } = await listImports(ctx, viewer, page);
  return {
    next,
    items: items.map(({ importId, kind, state, work, fileName, askedAt, appliedAt, undoneAt, counts }) => ({
      ...{ id: importId, kind, file: fileName, stage: state, state: work },
      ...{ requestedAt: askedAt, appliedAt, undoneAt },
      created: counts?.created ?? 0,
      changed: counts?.changed ?? 0,
      unchanged: counts?.unchanged ?? 0,
      missing: counts?.missing ?? 0,
      rejectedCount: counts?.rejected ?? 0,
    })),
  };
}
