import { Link } from '@remix-run/react';
import { ButtonLink } from '~/components/button';
import { Card } from '~/components/card';
import type { Instrument } from '~/modules/frameworks/domain/dimension';
import { INSTRUMENT_LABELS, INSTRUMENT_ORDER } from '~/modules/frameworks/ui/instrument-labels';

interface OccupationRow {
  readonly soc: string;
  readonly title: string;
  readonly group: string | null;
  readonly jobZone: number | null;
  readonly own: boolean;
  /** The title that the search found, where it is not the occupation's own. */
  readonly matchedTitle?: string | undefined;
  readonly statements: Readonly<Record<Instrument, number>> | null;
}

interface OccupationTableProps {
  readonly rows: readonly OccupationRow[];
  readonly base: string;
  /** Address of the next page; null at the end. */
  readonly next: string | null;
}

/** Occupations with the number of their statements by instrument. */
export function OccupationTable({ rows, base, next }: OccupationTableProps) {
  return (
    <>
      <Card padded={false}>
        <table className="table occupations">
          <thead>
            <tr>
              <th scope="col">Occupation</th>
              <th scope="col">Group</th>
              <th scope="col" className="number">
                Job zone
              </th>
              {INSTRUMENT_ORDER.map((instrument) => (
                <th key={instrument} scope="col" className="number">
                  {INSTRUMENT_LABELS[instrument]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.soc} row={row} base={base} />
            ))}
          </tbody>
        </table>
      </Card>
      {next ? (
        <div className="bar occupations-next">
          <ButtonLink to={next}>Next occupations</ButtonLink>
        </div>
      ) : null}
    </>
  );
}

function Row({ row, base }: { readonly row: OccupationRow; readonly base: string }) {
  const { soc, title, group, jobZone, own, matchedTitle, statements } = row;
  return (
    <tr>
      <th scope="row">
        <Link className="link" to={`${base}/occupations/${soc}`}>
          {title}
        </Link>
        <span className="small">
          {soc}
          {own ? ' · with your own frameworks' : ''}
        </span>
        {matchedTitle ? <span className="small matched-title">Also called {matchedTitle}</span> : null}
      </th>
      <td data-label="Group">{group ?? <span className="small">no data</span>}</td>
      <td data-label="Job zone" className="number">
        {jobZone ?? <span className="small">no data</span>}
      </td>
      {INSTRUMENT_ORDER.map((instrument) => (
        <td key={instrument} data-label={INSTRUMENT_LABELS[instrument]} className="number">
          {statements && statements[instrument] > 0 ? (
            statements[instrument]
          ) : (
            <span className="small">none</span>
          )}
        </td>
      ))}
    </tr>
  );
}
