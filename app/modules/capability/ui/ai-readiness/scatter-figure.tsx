import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { Scatter } from '../../domain/ai-readiness/scatter-points';
import { formatPeople } from '../format-figure';

const ReadinessScatter = lazy(() => import('./readiness-scatter'));

interface ScatterFigureProps {
  readonly scatter: Scatter;
  /** Released shares are bands: points stand in the middle of theirs. */
  readonly isReleased: boolean;
}

/** The scatter with what it cannot show beside it in words; the chart comes with the script, the table is there before. */
export function ScatterFigure({ scatter, isReleased }: ScatterFigureProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [isReady, setReady] = useState(false);
  // On a phone the open panel is the page: what has no width is not drawn.
  useEffect(() => setReady((frame.current?.offsetWidth ?? 0) > 0));
  const { points, noData, noShare } = scatter;
  const drawn = points.length === 1 ? '1 occupation' : `${points.length} occupations`;
  return (
    <figure className="scatter">
      <div className="scatter-title">
        Share at AI-use target (up) by observed exposure (right), size by people
      </div>
      {points.length === 0 ? (
        <p className="scatter-none">No occupation has both exposure data and a share at target.</p>
      ) : (
        <div
          ref={frame}
          className="scatter-frame"
          role="img"
          aria-label={`${drawn} as points; the table says the same.`}
        >
          {isReady ? (
            <Suspense fallback={<Waiting />}>
              <ReadinessScatter points={points} />
            </Suspense>
          ) : (
            <Waiting />
          )}
        </div>
      )}
      <figcaption className="small">
        {noData.occupations > 0
          ? `No exposure data, so no point: ${noData.occupations} ${noData.occupations === 1 ? 'occupation' : 'occupations'} with ${formatPeople(noData.people)}. `
          : ''}
        {noShare > 0 ? `No share at target, so no point: ${noShare}. ` : ''}
        {isReleased ? 'Released shares are bands; a point stands in the middle of its band. ' : ''}
        Exposure describes work, never a person, and is no forecast that somebody is replaced.
      </figcaption>
    </figure>
  );
}

function Waiting() {
  return <p className="scatter-none">The chart is drawn by script; the table says the same.</p>;
}
