import { type ComponentType, useEffect, useState } from 'react';
import { HeatmapTable } from '~/modules/capability/ui/heatmap-table';
import type { PeopleMatrixProps } from './people-matrix';

/** The matrix of people as the page was sent, until the script that draws a list of any length is there. */
export function PeopleMatrixLater(props: PeopleMatrixProps) {
  const [Matrix, setMatrix] = useState<ComponentType<PeopleMatrixProps> | null>(null);
  useEffect(() => {
    void import('./people-matrix').then(({ PeopleMatrix }) => setMatrix(() => PeopleMatrix));
  }, []);
  const { offset: _offset, total: _total, ...table } = props;
  return Matrix ? <Matrix {...props} /> : <HeatmapTable {...table} />;
}
