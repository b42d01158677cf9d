import { Card } from '~/components/card';
import { DayText } from '~/components/date-text';
import { EmptyState } from '~/components/empty-state';
import { Notice } from '~/components/notice';
import { DIMENSION_LABELS, DIMENSIONS } from '~/modules/frameworks/domain/dimension';
import type { MissingForBands } from '~/modules/people/domain/missing-for-bands';

interface AskedRow {
  readonly dimension: string;
  readonly validFrom: string;
  readonly level: number;
  readonly weight: number;
  readonly critical: boolean;
  readonly reason: string | null;
  readonly saidBy: string | null;
  readonly saidOn: string | null;
}

interface ProfileCardProps {
  readonly profile: readonly AskedRow[];
  readonly missing: MissingForBands | null;
  readonly changesOn: readonly string[];
}

/** What the post asks for, and why each dimension is job-related. */
export function ProfileCard({ profile, missing, changesOn }: ProfileCardProps) {
  const rows = DIMENSIONS.flatMap((name) => profile.filter(({ dimension }) => dimension === name));
  if (rows.length === 0) {
    return (
      <Card title="Own profile" padded={false}>
        <EmptyState title="No requirement written">
          Whoever holds the post is measured by the target of occupation and band. Readiness bands need an own
          profile that says for each dimension why it is job-related.
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card title="Own profile" padded={false}>
      <table className="table source-table" aria-label="Own profile">
        <thead>
          <tr>
            <th scope="col">Dimension</th>
            <th scope="col">Level</th>
            <th scope="col">Weight</th>
            <th scope="col">Why it is job-related</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.dimension}>
              <th scope="row">
                {DIMENSION_LABELS[row.dimension as keyof typeof DIMENSION_LABELS]}
                {row.critical ? <span className="small">critical</span> : null}
              </th>
              <td data-label="Level">
                <span className="level-chip" data-level={row.level}>
                  {row.level}
                </span>
              </td>
              <td data-label="Weight">{row.weight === 0 ? 'does not count' : row.weight}</td>
              <td data-label="Why it is job-related">
                {row.reason ?? 'no reason yet'}
                {row.saidBy && row.saidOn ? (
                  <span className="small">
                    said by {row.saidBy}, <DayText day={row.saidOn} />
                  </span>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {missing?.kind === 'without reason' ? (
        <Notice tone="warn" title="Missing for readiness bands">
          <p>
            {missing.all
              ? 'No dimension says yet why it is job-related, so nobody can be placed in a band.'
              : `These do not count until somebody says why they are job-related: ${missing.dimensions
                  .map((name) => DIMENSION_LABELS[name as keyof typeof DIMENSION_LABELS])
                  .join(', ')}.`}
          </p>
        </Notice>
      ) : null}
      {changesOn.length > 0 ? (
        <div className="card-body small">
          Changes again on{' '}
          {changesOn.map((day, index) => (
            <span key={day}>
              {index > 0 ? ', ' : ''}
              <DayText day={day} />
            </span>
          ))}
          .
        </div>
      ) : null}
    </Card>
  );
}
