import { Link } from '@remix-run/react';
import { Card } from '~/components/card';
import { MomentText } from '~/components/date-text';
import type { OwnFramework } from '../../queries/list-own-frameworks';
import { INSTRUMENT_LABELS } from '../instrument-labels';

export interface OwnFrameworkRow extends Omit<OwnFramework, 'by'> {
  /** Name of who changed or published it; null for what came from a file. */
  readonly by: string | null;
}

interface OwnFrameworkTableProps {
  readonly rows: readonly OwnFrameworkRow[];
  /** Address of the organization. */
  readonly base: string;
  /** IANA name of the organization's time zone. */
  readonly zone: string;
}

/** The organization's own frameworks, drafts and published ones. */
export function OwnFrameworkTable({ rows, base, zone }: OwnFrameworkTableProps) {
  return (
    <Card padded={false}>
      <table className="table own-frameworks">
        <thead>
          <tr>
            <th scope="col">Occupation</th>
            <th scope="col">Instrument</th>
            <th scope="col">Version</th>
            <th scope="col">State</th>
            <th scope="col" className="number">
              Statements
            </th>
            <th scope="col">Who and when</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link className="link" to={`${base}/frameworks/${row.id}`}>
                  {row.title}
                  <span className="sr-only">
                    , {INSTRUMENT_LABELS[row.instrument]} {row.version}, {row.state}
                  </span>
                </Link>
                <span className="small">{row.soc}</span>
              </th>
              <td data-label="Instrument">{INSTRUMENT_LABELS[row.instrument]}</td>
              <td data-label="Version">{row.version}</td>
              <td data-label="State">
                <StateMark row={row} />
              </td>
              <td data-label="Statements" className="number">
                {row.statements}
              </td>
              <td data-label="Who and when">
                {row.by ?? <span className="small">from a file</span>}
                {row.at ? (
                  <span className="small own-when">
                    <MomentText moment={row.at} zone={zone} />
                  </span>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function StateMark({ row: { state, counts } }: { readonly row: OwnFrameworkRow }) {
  if (state === 'draft')
    return (
      <span className="state-mark" data-state="draft">
        Draft
      </span>
    );
  return (
    <>
      <span className="state-mark" data-state="published">
        Published
      </span>
      {counts ? <span className="small own-when">counts</span> : null}
    </>
  );
}
