import type { TenantContext } from '#db/tenancy';
import { importAssessments } from '~/modules/assessments/commands/import-assessments';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import { listFrameworkVersions } from '~/modules/frameworks/queries/list-framework-versions';
import { importPositions } from '~/modules/people/commands/import-positions';
import { importTargetsTable } from '~/modules/people/commands/import-targets';
import type { ImportKind } from '~/modules/people/domain/imports/import-report';
import type { CsvTable } from '~/shared/csv';
import type { FieldError } from '~/shared/errors';
import { writeCsv } from '~/shared/write-csv';

export interface TableInput {
  readonly table: CsvTable;
  readonly today: string;
  readonly importedBy: string;
  /** Rows with a fault are left out, where the kind can do that; else nothing is taken. */
  readonly goodRowsOnly: boolean;
  readonly withHorizon: boolean;
}

export interface TakenTable {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected?: readonly FieldError[];
  readonly warnings: readonly FieldError[];
}

/** A kind of table that is imported under Cadre's own names of columns, without a preview here: its one command. */
export const TABLE_KINDS: Readonly<
  Record<Exclude<ImportKind, 'employees'>, (ctx: TenantContext, input: TableInput) => Promise<TakenTable>>
> = {
  targets: (ctx, { table, today }) => importTargetsTable(ctx, { table, today, dimensions: DIMENSIONS }),
  positions: (ctx, input) => importPositions(ctx, input),
  assessments: async (ctx, { table, today, importedBy }) => {
    const versions = await listFrameworkVersions(ctx);
    const text = writeCsv(
      table.header,
      table.rows.map((row) => row.values),
    );
    const { corrected, ...result } = await importAssessments(ctx, {
      file: table.file,
      text,
      today,
      importedBy,
      frameworkVersionsOf: (soc) => versions.get(soc) ?? {},
    });
    return { ...result, changed: corrected };
  },
};
