import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { SegmentedLinks, type SegmentOption } from '~/components/segmented-links';

export interface HeatmapControlsProps {
  /** Teams, sites, occupations, role bands, people: those the viewer may choose. */
  readonly rows?: readonly SegmentOption[];
  /** Level, gap, at target: those that the viewer's figures hold. */
  readonly metrics: readonly SegmentOption[];
  /** Orders of a list of people, behind one button. */
  readonly orders?: readonly SegmentOption[];
  /** Chips and forms that filter; they are printed, because they say what the figures leave out. */
  readonly filters?: ReactNode;
}

/** The choices of the page in one row, each a link, so that the address holds the whole state. */
export function HeatmapControls({ rows = [], metrics, orders = [], filters }: HeatmapControlsProps) {
  return (
    <>
      <div className="bar">
        {rows.length > 1 ? <SegmentedLinks label="Rows" options={rows} /> : null}
        {metrics.length > 1 ? <SegmentedLinks label="Figure in the cells" options={metrics} /> : null}
        {orders.length > 0 ? <Orders options={orders} /> : null}
      </div>
      {filters}
    </>
  );
}

/** Too many for segments: a disclosure of links, so that it works without script. */
function Orders({ options }: { readonly options: readonly SegmentOption[] }) {
  const current = options.find((option) => option.current);
  return (
    <details className="heatmap-orders">
      <summary className="button">Sorted by: {current?.label ?? 'Name'}</summary>
      <ul>
        {options.map((option) => (
          <li key={option.to}>
            <Link to={option.to} aria-current={option.current ? 'true' : undefined} preventScrollReset>
              {option.label}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
