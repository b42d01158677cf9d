import type { ReactNode } from 'react';
import { SegmentedLinks, type SegmentOption } from '~/components/segmented-links';

export interface HeatmapControlsProps {
  /** Teams, sites, occupations, role bands, people: those the viewer may choose. */
  readonly rows?: readonly SegmentOption[];
  /** Level, gap, at target: those that the viewer's figures hold. */
  readonly metrics: readonly SegmentOption[];
  /** Chips and forms that filter; they are printed, because they say what the figures leave out. */
  readonly filters?: ReactNode;
}

/** The choices of the page in one row, each a link, so that the address holds the whole state. */
export function HeatmapControls({ rows = [], metrics, filters }: HeatmapControlsProps) {
  return (
    <div className="bar">
      {rows.length > 1 ? <SegmentedLinks label="Rows" options={rows} /> : null}
      {metrics.length > 1 ? <SegmentedLinks label="Figure in the cells" options={metrics} /> : null}
      {filters}
    </div>
  );
}
