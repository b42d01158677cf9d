import { HeatmapTable, type HeatmapTableProps } from '~/modules/capability/ui/heatmap-table';
import { usePeopleWindow } from './use-people-window';

export interface PeopleMatrixProps extends HeatmapTableProps {
  /** The row at which the part of the view begins, and how many rows there are. */
  readonly offset: number;
  readonly total: number;
}

/** The matrix of people without a limit of rows: of a long list those are drawn that are in sight. */
export function PeopleMatrix({ offset, total, ...table }: PeopleMatrixProps) {
  const window = usePeopleWindow({ rows: table.view.rows, offset, total });
  return <HeatmapTable {...table} window={window} />;
}
