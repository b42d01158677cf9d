import type { ReactNode } from 'react';

export interface HeatmapSplitProps {
  /** The table. */
  readonly children: ReactNode;
  readonly legend: ReactNode;
  /** A `HeatmapPanel`, or null when no cell is chosen. */
  readonly panel: ReactNode | null;
  /** Announced when the panel opens, such as "Leadership, Night operations". */
  readonly panelTitle: string | null;
  /** A newer picture is on its way: the old one stays, marked. */
  readonly busy?: boolean;
}

/** The matrix in its card with the panel beside it; on a phone the open panel is the page. */
export function HeatmapSplit({ children, legend, panel, panelTitle, busy = false }: HeatmapSplitProps) {
  return (
    <div className="split" data-open={panel ? '' : undefined} data-busy={busy ? '' : undefined}>
      <section className="card matrix-card" aria-label="Matrix" aria-busy={busy}>
        <div className="matrix-scroll">{children}</div>
        {legend}
      </section>
      {panel}
      <p className="sr-only" role="status">
        {busy ? 'Loading newer figures' : panelTitle ? `Details of ${panelTitle} are open` : ''}
      </p>
    </div>
  );
}
