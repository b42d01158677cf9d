import { Link } from '@remix-run/react';
import { Card } from '~/components/card';
import { DayText, MomentText } from '~/components/date-text';
import { isDay } from '~/shared/calendar-day';
import type { AuditEntryView } from './audit-entry';

interface AuditTableProps {
  readonly entries: readonly AuditEntryView[];
  /** IANA name. */
  readonly zone: string;
}

/** Who did what when, newest first; a name leads to the other entries of the same. */
export function AuditTable({ entries, zone }: AuditTableProps) {
  return (
    <Card padded={false}>
      <table className="table audit">
        <caption className="sr-only">Entries of the audit log, newest first</caption>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">What</th>
            <th scope="col">About</th>
            <th scope="col">Details</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Entry key={entry.sequence} entry={entry} zone={zone} />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function Entry({ entry, zone }: { readonly entry: AuditEntryView; readonly zone: string }) {
  return (
    <tr>
      <th scope="row">
        <MomentText moment={entry.at} zone={zone} />
        <span className="small">entry {entry.sequence}</span>
      </th>
      <td data-label="Who">
        <Link className="link" to={entry.actorTo}>
          {entry.actor}
        </Link>
      </td>
      <td data-label="What">{entry.words}</td>
      <td data-label="About">
        <Link className="link" to={entry.subjectTo}>
          {entry.subject}
        </Link>
      </td>
      <td data-label="Details">
        <Details entry={entry} />
      </td>
    </tr>
  );
}

function Details({ entry: { sequence, lines, changes, personal, ids } }: { readonly entry: AuditEntryView }) {
  if (lines.length + changes.length + personal.length + ids.length === 0)
    return <span className="small">none</span>;
  return (
    <>
      <dl className="audit-details">
        {[...lines, ...personal].map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{isDay(value) ? <DayText day={value} /> : value}</dd>
          </div>
        ))}
        {changes.map(({ field, before, after }) => (
          <div key={field}>
            <dt>{field}</dt>
            <dd>
              <span className="sr-only">from </span>
              <del>{before || 'nothing'}</del> <span className="sr-only">to </span>
              <ins>{after || 'nothing'}</ins>
            </dd>
          </div>
        ))}
      </dl>
      {ids.length > 0 ? <Ids sequence={sequence} ids={ids} /> : null}
    </>
  );
}

/** The ids behind the names of an entry, for who compares them with an export. */
function Ids({ sequence, ids }: Pick<AuditEntryView, 'sequence' | 'ids'>) {
  return (
    <details className="disclosure">
      <summary>
        Ids<span className="sr-only"> of entry {sequence}</span>
      </summary>
      <dl className="audit-details">
        {ids.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
