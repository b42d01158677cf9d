import type { TenantContext } from '#db/tenancy';
import { importRatingsTable, planRatingsTable } from '~/modules/assessments/commands/import-ratings-table';
import type { Importer } from '~/modules/assessments/domain/importer';
import { asOwnRatings } from '~/modules/assessments/domain/known-ratings';
import { RATING_FIELDS, ratingColumnFaults } from '~/modules/assessments/domain/rating-fields';
import { DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import { importPositions } from '~/modules/people/commands/import-positions';
import { importTargetsTable } from '~/modules/people/commands/import-targets';
import type { TablePlan } from '~/modules/people/commands/imports/store-table-plan';
import type { ImportKind } from '~/modules/people/domain/imports/import-report';
import type { TableKind } from '~/modules/people/queries/named-table';
import type { CsvTable } from '~/shared/csv';
import type { FieldError } from '~/shared/errors';

export interface TableInput {
  readonly table: CsvTable;
  readonly today: string;
  readonly importer: Importer;
  readonly importId: string;
  /** Rows with a fault are left out, where the kind can do that; else nothing is taken. */
  readonly goodRowsOnly: boolean;
  readonly withHorizon: boolean;
}

/** Kinds of tables whose columns can be named by hand, beside people. */
export const TABLE_COLUMNS: Readonly<Partial<Record<ImportKind, TableKind & { readonly faults: Faults }>>> = {
  assessments: {
    kind: 'assessments',
    fields: RATING_FIELDS,
    faults: (table) => ratingColumnFaults(asOwnRatings(table).header),
  },
};

/** What columns a table lacks, as sentences. */
type Faults = (table: CsvTable) => readonly string[];

export interface TakenTable {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected?: readonly FieldError[];
  readonly warnings: readonly FieldError[];
  /** Of what was done, where the kind has previews. */
  readonly digest?: string;
}

/** A kind of table that is imported under Cadre's own names of columns, without a preview here: its one command. */
export const TABLE_KINDS: Readonly<
  Record<Exclude<ImportKind, 'employees'>, (ctx: TenantContext, input: TableInput) => Promise<TakenTable>>
> = {
  targets: (ctx, { table, today }) => importTargetsTable(ctx, { table, today, dimensions: DIMENSIONS }),
  positions: (ctx, input) => importPositions(ctx, input),
  assessments: (ctx, input) => importRatingsTable(ctx, input),
};

/** Kinds whose tables can be looked at before they are taken, beside people: what one would do. */
export const TABLE_PLANS: Readonly<
  Partial<
    Record<
      ImportKind,
      (ctx: TenantContext, input: Omit<TableInput, 'withHorizon' | 'importId'>) => Promise<TablePlan>
    >
  >
> = { assessments: planRatingsTable };
