import { type ComponentType, useEffect, useState } from 'react';
import { HeatmapTable } from '~/modules/capability/ui/heatmap-table';
import type { PeopleMatrixProps } from './people-matrix';

interface PeopleMatrixLaterProps extends PeopleMatrixProps {
  /** Called once the script draws all rows. */
  readonly onStart: () => void;
}

/** The matrix of people as the page was sent, until the script that draws a list of any length is there. */
export function PeopleMatrixLater({ onStart, ...props }: PeopleMatrixLaterProps) {
  const [Matrix, setMatrix] = useState<ComponentType<PeopleMatrixProps> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the script starts once
  useEffect(() => {
    void import('./people-matrix').then(({ PeopleMatrix }) => {
      setMatrix(() => PeopleMatrix);
      onStart();
    });
  }, []);
  const { offset: _offset, total: _total, ...table } = props;
  return Matrix ? <Matrix {...props} /> : <HeatmapTable {...table} />;
}
