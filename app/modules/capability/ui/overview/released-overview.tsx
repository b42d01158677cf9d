import { Link } from '@remix-run/react';
import { DayText } from '~/components/date-text';
import type { ReleasedTile } from '../../queries/get-overview';

interface ReleasedOverviewProps {
  readonly tile: ReleasedTile;
  readonly base: string;
}

/** What a viewer without individual access reads: figures of the last release, as coarse as they were released. */
export function ReleasedOverview({ tile, base }: ReleasedOverviewProps) {
  return (
    <div className="tiles">
      <article className="card tile" data-figure="aiReadiness">
        <h2>
          AI-readiness <small className="tile-unit">use of AI against target</small>
        </h2>
        <div className="tile-figure">
          {tile.value === null ? (
            <span className="tile-missing">not shown</span>
          ) : (
            <b className="tile-words">{tile.value}</b>
          )}
        </div>
        <p>
          {tile.value === null
            ? 'Too few people are assessed with a target to show it without telling of single ones.'
            : `Share of the target that is reached, on the mean of the assessed among ${tile.people} people.`}
          {tile.oldestOn ? (
            <>
              {' '}
              Oldest figures of <DayText day={tile.oldestOn} />.
            </>
          ) : null}
        </p>
        <footer className="tile-foot">
          <Link className="link" to={`${base}/ai-readiness`}>
            Open AI-readiness
          </Link>
        </footer>
      </article>
    </div>
  );
}
