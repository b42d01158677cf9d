import { Link } from '@remix-run/react';
import { DayText } from '~/components/date-text';
import { LockIcon } from '~/components/lock-icon';
import type { ReleasedReadinessRow } from '../../domain/ai-readiness/readiness-view';
import { shareInWords } from '../../domain/ai-readiness/share-words';
import { formatCount, formatLevel } from '../format-figure';
import { ExposureText } from './exposure-text';

interface ReleasedTableProps {
  readonly rows: readonly ReleasedReadinessRow[];
  readonly tree: 'occupation' | 'team';
  readonly selected: string | null;
  readonly hrefFor: (row: ReleasedReadinessRow) => string;
}

/** Released figures as an outline of groups; a lock stands for all hidden rows of a group together. */
export function ReleasedReadinessTable({ rows, tree, selected, hrefFor }: ReleasedTableProps) {
  const head = tree === 'occupation' ? 'Occupation' : 'Team';
  return (
    <table className="table readiness-table">
      <caption className="sr-only">Released AI-readiness by {head.toLowerCase()}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {tree === 'occupation' ? <th scope="col">Observed exposure</th> : null}
          <th scope="col">At AI-use target</th>
          <th scope="col">AI-readiness</th>
          <th scope="col">Mean level</th>
          <th scope="col" className="number">
            People
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={`${row.kind} ${row.id ?? row.name} ${row.suppressed}`}
            data-selected={row.id !== null && row.id === selected ? '' : undefined}
          >
            <th scope="row" data-depth={Math.min(row.depth, 4)}>
              <Name row={row} hrefFor={hrefFor} />
            </th>
            {row.suppressed ? (
              <td colSpan={tree === 'occupation' ? 5 : 4}>
                <span className="panel-locked">
                  <LockIcon />
                  <span>Hidden to protect individuals</span>
                </span>
              </td>
            ) : (
              <Figures row={row} tree={tree} />
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Name({
  row,
  hrefFor,
}: Pick<ReleasedTableProps, 'hrefFor'> & { readonly row: ReleasedReadinessRow }) {
  const name = row.restOf ? `The rest of ${row.name}` : row.name;
  if (row.suppressed || row.id === null) return name;
  return (
    <Link className="link" to={hrefFor(row)} preventScrollReset>
      {name}
    </Link>
  );
}

function Figures({
  row,
  tree,
}: {
  readonly row: ReleasedReadinessRow;
  readonly tree: 'occupation' | 'team';
}) {
  return (
    <>
      {tree === 'occupation' ? (
        <td data-label="Observed exposure">
          <ExposureText exposure={row.exposure} />
        </td>
      ) : null}
      <td data-label="At AI-use target">
        <Share share={row.atTarget} />
      </td>
      <td data-label="AI-readiness">
        <Share share={row.readiness} />
      </td>
      <td data-label="Mean level">
        {formatLevel(row.mean ?? 0)}
        <span className="small">n {formatCount(row.assessed ?? 0)}</span>
      </td>
      <td className="number" data-label="People">
        {formatCount(row.people ?? 0)}
        {row.figuresOf ? (
          <span className="small">
            of <DayText day={row.figuresOf} />
          </span>
        ) : null}
      </td>
    </>
  );
}

function Share({ share }: { readonly share: ReleasedReadinessRow['atTarget'] }) {
  if (share === null) return <span className="small">not shown</span>;
  return <span className="readiness-share">{shareInWords(share)}</span>;
}
