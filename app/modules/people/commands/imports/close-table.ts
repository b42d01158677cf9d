import type { TenantContext } from '#db/tenancy';
import { recordAudit } from '~/modules/organizations/commands/record-audit';
import type { FieldError } from '~/shared/errors';
import { insertImportRows } from '../../data/import-rows';
import { type ImportRow, updateImport } from '../../data/imports';
import type { ImportCounts } from '../../domain/imports/import-report';
import { rowFault } from '../../domain/imports/row-fault';
import { emptyCounts } from './import-counts';

interface Taken {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected?: readonly FieldError[];
  readonly warnings: readonly FieldError[];
}

const WARNINGS = 200;

/** Notes what became of a table that is no list of people: counts, rejected rows, the entry of the audit log. */
export async function closeTable(ctx: TenantContext, row: ImportRow, taken: Taken): Promise<ImportCounts> {
  const { created, changed, unchanged, warnings } = taken;
  const byLine = Map.groupBy(taken.rejected ?? [], lineOf);
  const counts = { ...emptyCounts(), created, changed, unchanged, rejected: byLine.size };
  // A preview holds them already.
  const told = row.state === 'planned' ? [] : [...byLine];
  await insertImportRows(
    ctx,
    row.importId,
    told.map(([line, faults]) => ({
      outcome: 'rejected' as const,
      line,
      position: line,
      externalId: '',
      name: '',
      detail: { faults: faults.map(rowFault), cells: [] },
    })),
  );
  await updateImport(ctx, row.importId, {
    state: 'applied',
    counts,
    warnings: warnings.slice(0, WARNINGS),
    appliedAt: ctx.now,
  });
  if (row.kind !== 'employees')
    recordAudit(
      ctx,
      {
        action: `${row.kind}.import`,
        subject: { kind: 'organization', id: ctx.organizationId },
        details: { created, changed, unchanged, rejected: counts.rejected },
      },
      { kind: row.askedByKind, id: row.askedBy },
    );
  return counts;
}

function lineOf({ pointer }: FieldError): number {
  return Number(/:(\d+)$/.exec(pointer)?.[1] ?? 0);
}
