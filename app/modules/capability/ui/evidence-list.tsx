import { Link } from '@remix-run/react';
import { Card } from '~/components/card';
import { DayText } from '~/components/date-text';
import { EmptyState } from '~/components/empty-state';
import { EvidenceBody } from '~/modules/assessments/ui/evidence-item';
import { DIMENSION_LABELS } from '~/modules/frameworks/domain/dimension';
import { RATER_KIND_WORDS } from '../domain/rater-kind-words';
import type { DimensionHistoryProps } from './dimension-history';

type Histories = readonly Pick<DimensionHistoryProps, 'dimension' | 'entries'>[];

interface EvidenceListProps {
  readonly histories: Histories;
  /** Address of the evidence of this person. */
  readonly to: string;
}

/** All evidence of a person, the newest first, with whether somebody else accepted it. */
export function EvidenceList({ histories, to }: EvidenceListProps) {
  const texts = histories
    .flatMap(({ dimension, entries }) =>
      entries.flatMap((entry) =>
        entry.evidence.map((one, index) => ({
          ...one,
          dimension,
          entry,
          key: `${dimension} ${entry.key} ${index}`,
        })),
      ),
    )
    .sort((a, b) =>
      a.entry.assessedOn < b.entry.assessedOn ? 1 : a.entry.assessedOn > b.entry.assessedOn ? -1 : 0,
    );
  return (
    <Card
      title="Evidence"
      padded={false}
      aside={
        <Link className="link" to={to}>
          Add or accept evidence
        </Link>
      }
    >
      {texts.length === 0 ? (
        <EmptyState title="No words, links or files yet">
          What supports a rating stands here. The strength of evidence above counts the ratings themselves:
          who gave them and how long ago.
        </EmptyState>
      ) : (
        <ul className="evidence-list">
          {texts.map(({ key, text, accepted, dimension, entry, ...one }) => (
            <li key={key}>
              <EvidenceBody {...one} body={text} fileTo={(fileId) => `${to}/${fileId}`} />
              <p className="small">
                {DIMENSION_LABELS[dimension]}, {RATER_KIND_WORDS[entry.raterKind].toLowerCase()},{' '}
                <DayText day={entry.assessedOn} /> · {accepted ? 'accepted' : 'not accepted'}
                {entry.standing === 'withdrawn' ? ' · of a withdrawn rating' : ''}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
