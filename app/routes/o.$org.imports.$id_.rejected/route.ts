import { downloadTable } from '~/http/table-download.server';
import { tenantLoader } from '~/http/tenant-route.server';
import { faultWords } from '~/modules/people/domain/imports/row-fault';
import { getImport } from '~/modules/people/queries/get-import';
import { listImportPreview } from '~/modules/people/queries/list-import-preview';

const ALL = 200_001;

/** The rejected rows of an import as a file: the file's own columns, then the line and the reason. */
export const loader = tenantLoader(
  { permission: 'directory:write' },
  async ({ ctx, viewer, params, url }) => {
    const { importId, header } = await getImport(ctx, viewer, params['id'] ?? '');
    const { rows } = await listImportPreview(ctx, importId, { outcome: 'rejected', after: -1, limit: ALL });
    const columns = header?.names ?? [];
    const width = Math.max(columns.length, ...rows.map(({ detail }) => detail.cells?.length ?? 0));
    const names = Array.from({ length: width }, (_, at) => columns[at] ?? `Column ${at + 1}`);
    const table = {
      name: 'rejected-rows',
      header: [...names, 'line', 'reason'],
      rows: rows.map(({ line, detail }) => [
        ...names.map((_, at) => detail.cells?.[at] ?? ''),
        line,
        (detail.faults ?? []).map(faultWords).join(' '),
      ]),
    };
    return downloadTable(table, url.searchParams.get('format') === 'xlsx' ? 'xlsx' : 'csv');
  },
);
