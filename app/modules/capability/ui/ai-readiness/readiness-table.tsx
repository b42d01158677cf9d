import { Link } from '@remix-run/react';
import { LEVEL_LABELS } from '~/modules/frameworks/domain/level';
import {
  type LiveReadinessRow,
  NOT_OPEN,
  type ReadinessRows,
} from '../../domain/ai-readiness/readiness-view';
import { formatCount, formatLevel, formatShare } from '../format-figure';
import { ChangeMark } from './change-mark';
import { ExposureText } from './exposure-text';
import { LevelStrip } from './level-strip';

export interface SortLink {
  readonly to: string;
  /** How the column is sorted now. */
  readonly sorted: 'ascending' | 'descending' | null;
}

interface ReadinessTableProps {
  readonly rows: readonly LiveReadinessRow[];
  readonly by: ReadinessRows;
  readonly selected: string | null;
  readonly hrefFor: (row: LiveReadinessRow) => string;
  readonly sortFor: (column: 'name' | 'exposure' | 'at_target' | 'people') => SortLink;
}

const HEADS: Readonly<Record<ReadinessRows, string>> = {
  occupation: 'Occupation',
  team: 'Team',
  site: 'Site',
};

/** AI-readiness by row: the same figures as the chart, and those that no chart can hold. */
export function ReadinessTable({ rows, by, selected, hrefFor, sortFor }: ReadinessTableProps) {
  return (
    <table className="table readiness-table">
      <caption className="sr-only">AI-readiness by {HEADS[by].toLowerCase()}</caption>
      <thead>
        <tr>
          <SortHead label={HEADS[by]} sort={sortFor('name')} />
          {by === 'occupation' ? <SortHead label="Observed exposure" sort={sortFor('exposure')} /> : null}
          <SortHead label="At AI-use target" sort={sortFor('at_target')} />
          <th scope="col">AI-readiness</th>
          <th scope="col">Levels</th>
          <SortHead label="People" sort={sortFor('people')} number />
          <th scope="col">Change</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id ?? 'none'} data-selected={row.id !== null && row.id === selected ? '' : undefined}>
            <th scope="row">
              {row.id === null ? (
                row.name
              ) : (
                <Link className="link" to={hrefFor(row)} preventScrollReset>
                  {row.name}
                </Link>
              )}
              {by === 'occupation' && row.id ? <span className="small code">{row.id}</span> : null}
            </th>
            {by === 'occupation' ? (
              <td data-label="Observed exposure">
                <ExposureText
                  exposure={row.id === null ? { exposure: null, inheritedFrom: null } : row.exposure}
                />
              </td>
            ) : null}
            <td data-label="At AI-use target">
              <AtTarget row={row} />
            </td>
            <td data-label="AI-readiness">
              <Readiness row={row} />
            </td>
            <td data-label="Levels">
              {row.closed ? (
                <span className="small">{NOT_OPEN}</span>
              ) : (
                <LevelStrip
                  levels={row.sums.levels}
                  labels={LEVEL_LABELS.ai_use}
                  unknown={row.sums.people - row.sums.assessed}
                />
              )}
            </td>
            <td className="number" data-label="People">
              {formatCount(row.sums.people)}
            </td>
            <td data-label="Change">
              <ChangeMark change={row.change} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SortHead({ label, sort, number = false }: { label: string; sort: SortLink; number?: boolean }) {
  return (
    <th scope="col" aria-sort={sort.sorted ?? undefined} className={number ? 'number' : undefined}>
      <Link className="link" to={sort.to} preventScrollReset>
        {label}
        {sort.sorted === null ? null : (
          <span aria-hidden="true">{sort.sorted === 'ascending' ? ' ↑' : ' ↓'}</span>
        )}
      </Link>
    </th>
  );
}

function AtTarget({ row }: { readonly row: LiveReadinessRow }) {
  const { atTargetShare, atTargetLow } = row.figures;
  if (atTargetShare === null) return <NoFigure row={row} />;
  return (
    <>
      {formatShare(atTargetShare)}
      <span className="small">at least {formatShare(atTargetLow ?? 0)}</span>
    </>
  );
}

function Readiness({ row }: { readonly row: LiveReadinessRow }) {
  const { readiness, unknownShare } = row.figures;
  if (readiness === null) return <NoFigure row={row} />;
  return (
    <>
      {formatLevel(readiness)}
      <span className="small">
        n {formatCount(row.sums.pairs)}, {formatShare(unknownShare ?? 0)} not assessed
      </span>
    </>
  );
}

function NoFigure({ row }: { readonly row: LiveReadinessRow }) {
  if (row.closed) return <span className="small">{NOT_OPEN}</span>;
  return <span className="small">{row.sums.assessed === 0 ? 'not assessed' : 'no target'}</span>;
}
