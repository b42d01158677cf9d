import { Card } from '~/components/card';
import { DayText } from '~/components/date-text';
import { EmptyState } from '~/components/empty-state';
import { DIMENSION_LABELS } from '~/modules/frameworks/domain/dimension';
import { RATER_KIND_WORDS } from '../domain/rater-kind-words';
import type { DimensionHistoryProps } from './dimension-history';

type Histories = readonly Pick<DimensionHistoryProps, 'dimension' | 'entries'>[];

/** All evidence of a person, the newest first, with whether somebody else accepted it. */
export function EvidenceList({ histories }: { readonly histories: Histories }) {
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
    <Card title="Evidence" padded={false}>
      {texts.length === 0 ? (
        <EmptyState title="No evidence yet">What raters wrote beside a level stands here.</EmptyState>
      ) : (
        <ul className="evidence-list">
          {texts.map(({ key, text, accepted, dimension, entry }) => (
            <li key={key}>
              <p>{text}</p>
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
