import { Link } from '@remix-run/react';
import { Card } from '~/components/card';
import { SegmentedLinks } from '~/components/segmented-links';
import type { CalibrationState } from './calibration-state';

type CaseQueueProps = Pick<CalibrationState, 'cases' | 'counts' | 'show' | 'page' | 'lastPage'>;

/** The disagreements of one page; each leads to its own. */
export function CaseQueue({ cases, counts, show, page, lastPage }: CaseQueueProps) {
  const shown = show === 'decided' ? '&show=decided' : '';
  return (
    <Card title="Disagreements" padded={false}>
      <div className="calibration-bar">
        <SegmentedLinks
          label="Which disagreements"
          options={[
            { label: `Left ${counts.left}`, to: '?', current: show === 'left' },
            { label: `Decided ${counts.decided}`, to: '?show=decided', current: show === 'decided' },
          ]}
        />
      </div>
      <ol className="calibration-queue" start={1 + page * 25}>
        {cases.map((one) => (
          <li key={one.key}>
            <Link
              to={`?case=${one.key}${shown}`}
              aria-current={one.isCurrent ? 'true' : undefined}
              preventScrollReset
            >
              <span className="calibration-name">
                {one.name}, {one.label}
              </span>
              <span className="calibration-levels">
                {one.levels}
                <span className="sr-only">, {one.difference} apart</span>
              </span>
              <span className="small">
                {one.stakes.length > 0 ? `Would change: ${one.stakes.join(', ')}` : 'Changes no decision'}
              </span>
            </Link>
          </li>
        ))}
      </ol>
      {lastPage > 0 ? (
        <nav className="calibration-bar" aria-label="Pages">
          {page > 0 ? (
            <Link className="link" to={`?page=${page - 1}${shown}`}>
              Earlier
            </Link>
          ) : null}
          <span className="small">
            Page {page + 1} of {lastPage + 1}
          </span>
          {page < lastPage ? (
            <Link className="link" to={`?page=${page + 1}${shown}`}>
              Further
            </Link>
          ) : null}
        </nav>
      ) : null}
    </Card>
  );
}
