import { Link } from '@remix-run/react';
import { DayText } from '~/components/date-text';
import { RATER_KIND_WORDS } from '../domain/rater-kind-words';
import type { Standing } from '../domain/rating-history';
import type { HistoryEntryRow } from './dimension-history';

const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  current: 'the current level',
  earlier: 'another is adjusted to a later day',
  replaced: 'replaced by a newer version',
  withdrawn: 'withdrawn, counts no more',
  unsure: 'unsure, no rating',
  'too-few-peers': 'too few peers to make a rating',
  'other-occupation': 'made under another occupation',
};

interface HistoryTableProps {
  readonly label: string;
  readonly entries: readonly HistoryEntryRow[];
}

/** Every rating of a dimension that counts or counted: by day, who rated, on what evidence, and what became of it. */
export function HistoryTable({ label, entries }: HistoryTableProps) {
  if (entries.length === 0) return <p className="small">Nobody has rated this dimension yet.</p>;
  return (
    <table className="table profile history-table">
      <caption className="sr-only">Ratings in {label}</caption>
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col">Level</th>
          <th scope="col">Rated by</th>
          <th scope="col">Counts</th>
          <th scope="col">Framework</th>
          <th scope="col">Evidence</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.key} data-standing={entry.standing}>
            <th scope="row">
              <DayText day={entry.assessedOn} />
              {entry.contestTo ? (
                <span className="small">
                  <Link className="link" to={entry.contestTo}>
                    Contest this rating
                  </Link>
                </span>
              ) : null}
            </th>
            <td data-label="Level">{entry.level ?? '–'}</td>
            <td data-label="Rated by">
              <RatedBy entry={entry} />
            </td>
            <td data-label="Counts">
              {STANDING_WORDS[entry.standing]}
              {entry.adjustedOn ? (
                <span className="small">
                  adjusted to <DayText day={entry.adjustedOn} />
                </span>
              ) : null}
            </td>
            <td data-label="Framework">{entry.frameworkVersion ?? 'not recorded'}</td>
            <td data-label="Evidence">
              <EvidenceCount evidence={entry.evidence} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RatedBy({ entry }: { readonly entry: HistoryEntryRow }) {
  return (
    <>
      {entry.peers > 0 ? peersInWords(entry.peers) : RATER_KIND_WORDS[entry.raterKind]}
      {entry.ratedBy.length > 0 ? <span className="small">{entry.ratedBy.join(', ')}</span> : null}
      {entry.ratedAsTitle ? <span className="small">rated as {entry.ratedAsTitle}</span> : null}
      {entry.importedBy ? <span className="small">imported by {entry.importedBy}</span> : null}
    </>
  );
}

function peersInWords(peers: number): string {
  return peers === 1 ? 'A peer' : `${peers} peers together`;
}

function EvidenceCount({ evidence }: Pick<HistoryEntryRow, 'evidence'>) {
  if (evidence.length === 0) return <>none</>;
  const accepted = evidence.filter((one) => one.accepted).length;
  const [total, part] = [evidence.length, accepted === evidence.length ? 'accepted' : `${accepted} accepted`];
  return (
    <>
      {total}, {accepted === 0 ? 'not accepted' : part}
    </>
  );
}
