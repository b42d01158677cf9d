import type { Agreement } from '~/modules/assessments/domain/agreement';
import { DIMENSION_LABELS, type Dimension } from '~/modules/frameworks/domain/dimension';
import { AgreementTable } from './agreement-table';

interface DimensionsTableProps {
  readonly label: string;
  readonly rows: readonly (Agreement & { readonly dimension: Dimension })[];
}

/** How far raters agree in each dimension. */
export function DimensionsTable({ label, rows }: DimensionsTableProps) {
  const named = rows.map(({ dimension, ...row }) => ({
    ...{ key: dimension, name: DIMENSION_LABELS[dimension], ...row },
  }));
  return <AgreementTable head="Dimension" label={label} rows={named} />;
}
