import type { TenantContext } from '#db/tenancy';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import type { Viewer } from '~/modules/organizations/domain/viewer';
import { REASON_COLUMNS } from '../domain/imports/mended-table';
import { faultWords } from '../domain/imports/row-fault';
import { getImport } from '../queries/get-import';
import { listImportPreview } from '../queries/list-import-preview';

const ALL = 200_001;

/**
 * The rejected rows of an import as a table: the file's own columns, then the line and the reason; the log says who took
 * it. Throws NotFound.
 */
export async function exportRejectedRows(ctx: TenantContext, viewer: Viewer, named: string) {
  const { importId, header } = await getImport(ctx, viewer, named);
  const { rows } = await listImportPreview(ctx, importId, { outcome: 'rejected', after: -1, limit: ALL });
  const columns = header?.names ?? [];
  const width = rows.reduce((most, { detail }) => Math.max(most, detail.cells?.length ?? 0), columns.length);
  const names = Array.from({ length: width }, (_, at) => columns[at] ?? `Column ${at + 1}`);
  recordAudit(ctx, {
    action: 'import.rejected_export',
    subject: { kind: 'organization', id: ctx.organizationId },
    details: { import: importId, rows: rows.length },
  });
  return {
    name: 'rejected-rows',
    header: [...names, ...REASON_COLUMNS],
    rows: rows.map(({ line, detail }) => [
      ...names.map((_, at) => detail.cells?.[at] ?? ''),
      line,
      (detail.faults ?? []).map(faultWords).join(' '),
    ]),
  };
}
