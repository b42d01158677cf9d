import { Link } from '@remix-run/react';
import { Card } from '~/components/card';
import { EmptyState } from '~/components/empty-state';
import { SegmentedLinks } from '~/components/segmented-links';
import { fieldWords } from '../../domain/imports/field-words';
import type {
  ImportCounts,
  ImportKind,
  ImportState,
  PreviewRow,
  RowOutcome,
} from '../../domain/imports/import-report';
import { faultWords } from '../../domain/imports/row-fault';

const WORDS: Readonly<Record<RowOutcome, string>> = {
  rejected: 'Rejected',
  changed: 'Changed',
  created: 'New',
  missing: 'Missing',
};

export interface PreviewRowsProps {
  readonly kind: ImportKind;
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
export function PreviewRows(props: PreviewRowsProps) {
  const { kind, counts, state, outcome, rows, fields, next, first, place } = props;
  const words = kind === 'assessments' ? { ...WORDS, changed: 'Corrected' } : WORDS;
  const options = (Object.keys(WORDS) as RowOutcome[])
    .filter((one) => counts[one] > 0)
    .map((one) => ({
      label: `${words[one]} ${counts[one].toLocaleString('en')}`,
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
        <RowTable rows={rows} outcome={outcome} kind={kind} />
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

function RowTable({ rows, outcome, kind }: Pick<PreviewRowsProps, 'rows' | 'outcome' | 'kind'>) {
  const heading = kind === 'assessments' && outcome !== 'rejected' ? 'Ratings' : HEADINGS[outcome];
  return (
    <table className="table source-table import-rows" aria-label={`${WORDS[outcome]} rows`}>
      <thead>
        <tr>
          <th scope="col">Person</th>
          {outcome === 'missing' ? null : <th scope="col">Line</th>}
          {heading === '' ? null : <th scope="col">{heading}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.position}>
            <th scope="row">
              <RowPerson row={row} kind={kind} />
              <RowAbout about={row.detail.about} />
            </th>
            {outcome === 'missing' ? null : <td data-label="Line">{row.line}</td>}
            {heading === '' ? null : (
              <td data-label={heading}>
                <RowDetail row={row} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A name that a file holds may be anything; what is rejected as too long is not shown whole. */
function shortened(name: string): string {
  const characters = Array.from(name.slice(0, 400));
  return characters.length > SHOWN ? `${characters.slice(0, SHOWN).join('')}…` : name;
}

const SHOWN = 120;

/** Who a row is about; rows of ratings name people by their ids, so that a rejected one has nothing else. */
function RowPerson({ row, kind }: { readonly row: PreviewRow; readonly kind: ImportKind }) {
  if (kind === 'assessments' && row.name === '') return <>{shortened(row.externalId) || 'No id'}</>;
  return (
    <>
      {shortened(row.name) || 'No name'} <span className="small">{row.externalId}</span>
    </>
  );
}

/** Of ratings: who rated as what, when, and as which occupation. */
function RowAbout({ about }: Pick<PreviewRow['detail'], 'about'>) {
  return about ? <span className="small import-about">{about.join(' · ')}</span> : null;
}

const HEADINGS = { rejected: 'Reason', changed: 'What changes', missing: 'Team', created: '' } as const;

function RowDetail({ row }: { readonly row: PreviewRow }) {
  const { differences, faults, team } = row.detail;
  if (team !== undefined) return <span>{team}</span>;
  return (
    <ul className="import-details settings-difference">
      {(differences ?? []).map(({ field, from, to }) => (
        <li key={field}>
          {fieldWords(field)}:{' '}
          {from === null && row.outcome === 'created' ? null : <del>{from ?? 'none'}</del>}{' '}
          <ins>{to ?? 'none'}</ins>
        </li>
      ))}
      {(faults ?? []).map((fault) => (
        <li key={`${fault.column} ${fault.reason}`}>{faultWords(fault)}</li>
      ))}
    </ul>
  );
}
