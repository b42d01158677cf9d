import type { TenantContext } from '#db/tenancy';
import type { LooseTable } from '~/shared/loose-table';
import { deleteImportRows } from '../../data/import-rows';
import { updateImport } from '../../data/imports';
import { tableHeader } from '../../queries/named-table';

/** Has an import wait until somebody says what its columns are. */
export async function waitForColumns(ctx: TenantContext, importId: string, table: LooseTable): Promise<void> {
  const { names, samples } = tableHeader(table);
  await deleteImportRows(ctx, importId);
  await updateImport(ctx, importId, {
    state: 'mapping',
    header: { line: table.headerLine, names: [...names], samples: samples.map((cells) => [...cells]) },
    counts: null,
    planDigest: null,
  });
}
