import { Link } from '@remix-run/react';
import { Card } from '~/components/card';
import { EmptyState } from '~/components/empty-state';
import { SegmentedLinks } from '~/components/segmented-links';
import { fieldWords } from '../../domain/imports/field-words';
import type { ImportCounts, ImportState, PreviewRow, RowOutcome } from '../../domain/imports/import-report';
import { faultWords } from '../../domain/imports/row-fault';

const WORDS: Readonly<Record<RowOutcome, string>> = {
  rejected: 'Rejected',
  changed: 'Changed',
  created: 'New',
  missing: 'Missing',
};

export interface PreviewRowsProps {
  readonly counts: ImportCounts;
  readonly state: ImportState;
  readonly outcome: RowOutcome;
  readonly rows: readonly (PreviewRow & { readonly position: number })[];
  /** How many people each field changes of. */
  readonly fields: readonly { readonly field: string; readonly people: number }[];
  /** Place after which the next page begins. */
  readonly next: number | null;
  readonly first: boolean;
  /** Address of the import. */
  readonly place: string;
}

/** The rows of an import with one outcome, page by page. */
export function PreviewRows({ counts, state, outcome, rows, fields, next, first, place }: PreviewRowsProps) {
  const options = (Object.keys(WORDS) as RowOutcome[])
    .filter((one) => counts[one] > 0)
    .map((one) => ({
      label: `${WORDS[one]} ${counts[one].toLocaleString('en')}`,
      to: `${place}?rows=${one}`,
      current: one === outcome,
    }));
  if (options.length === 0) return null;
  return (
    <Card
      title={state === 'planned' ? 'Preview, row by row' : 'Rows'}
      aside={<SegmentedLinks label="Rows" options={options} />}
      padded={false}
    >
      {fields.length > 0 ? (
        <p className="small import-fields">
          {fields
            .map(({ field, people }) => `${fieldWords(field)} ${people.toLocaleString('en')}`)
            .join(' · ')}
        </p>
      ) : null}
      {rows.length > 0 ? (
        <RowTable rows={rows} outcome={outcome} />
      ) : (
        <EmptyState title="No rows are kept">
          The rows of an import are kept for 30 days, and until somebody is erased.
        </EmptyState>
      )}
      {next === null && first ? null : (
        <p className="import-pages">
          {first ? null : <Link to={`${place}?rows=${outcome}`}>First rows</Link>}{' '}
          {next === null ? null : <Link to={`${place}?rows=${outcome}&after=${next}`}>Next rows</Link>}
        </p>
      )}
    </Card>
  );
}

function RowTable({ rows, outcome }: Pick<PreviewRowsProps, 'rows' | 'outcome'>) {
  return (
    <table className="table source-table" aria-label={`${WORDS[outcome]} rows`}>
      <thead>
        <tr>
          <th scope="col">Person</th>
          {outcome === 'missing' ? null : <th scope="col">Line</th>}
          {outcome === 'created' ? null : <th scope="col">{HEADINGS[outcome]}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.position}>
            <th scope="row">
              {row.name || 'No name'} <span className="small">{row.externalId}</span>
            </th>
            {outcome === 'missing' ? null : <td data-label="Line">{row.line}</td>}
            {outcome === 'created' ? null : (
              <td data-label={HEADINGS[outcome]}>
                <RowDetail row={row} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const HEADINGS = { rejected: 'Reason', changed: 'What changes', missing: 'Team', created: '' } as const;

function RowDetail({ row }: { readonly row: PreviewRow }) {
  const { differences, faults, team } = row.detail;
  if (team !== undefined) return <span>{team}</span>;
  return (
    <ul className="import-details settings-difference">
      {(differences ?? []).map(({ field, from, to }) => (
        <li key={field}>
          {fieldWords(field)}: <del>{from ?? 'none'}</del> <ins>{to ?? 'none'}</ins>
        </li>
      ))}
      {(faults ?? []).map((fault) => (
        <li key={`${fault.column} ${fault.reason}`}>{faultWords(fault)}</li>
      ))}
    </ul>
  );
}
