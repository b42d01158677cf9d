import type { TenantContext } from '#db/tenancy';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { NotFound } from '~/shared/errors';
import type { ImportResource } from '../domain/imports/import-schemas';
import { getImport } from './get-import';
import { listImportPreview } from './list-import-preview';

const ROWS = 1_000;

/** An import as the API shows it. Throws NotFound, also where its work is no longer kept. */
export async function describeImport(
  ctx: TenantContext,
  viewer: Pick<Viewer, 'kind' | 'id' | 'role'>,
  id: string,
): Promise<ImportResource> {
  const { importId, kind, counts, warnings, operation } = await getImport(ctx, viewer, id);
  if (!operation) throw new NotFound('There is nothing at this address.');
  const page = await listImportPreview(ctx, importId, { outcome: 'rejected', after: -1, limit: ROWS });
  return {
    ...operation,
    id: importId,
    kind,
    created: counts?.created ?? 0,
    changed: counts?.changed ?? 0,
    unchanged: counts?.unchanged ?? 0,
    missing: counts?.missing ?? 0,
    rejectedCount: counts?.rejected ?? 0,
    warnings: [...(warnings ?? [])],
    rejected: page.rows.flatMap(({ line, detail }) =>
      (detail.faults ?? []).map(({ column, reason }) => ({ row: line ?? 0, column, reason })),
    ),
  };
}
