import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { EvidenceItem } from '~/modules/assessments/ui/evidence-item';
import type { EvidenceState } from './evidence-state';
import { ratingLabel } from './rating-label';

type RatingState = EvidenceState['ratings'][number];
type Item = RatingState['evidence'][number];

const AUTHOR_WORDS: Readonly<Record<Item['author'], string>> = {
  you: 'added by you',
  person: 'added by the person',
  rater: 'added by the rater',
  reader: 'added by somebody who reads the record',
  import: 'imported',
  observer: 'observed',
};

interface RatingCardProps {
  readonly rating: RatingState;
  /** Address of the person. */
  readonly profile: string;
}

/** One rating with what supports it. */
export function RatingCard({ rating, profile }: RatingCardProps) {
  const { evidence, isCurrent } = rating;
  return (
    <Card
      title={ratingLabel(rating)}
      padded={false}
      aside={isCurrent ? <span className="small">the current level</span> : null}
    >
      <ul className="evidence-list">
        {evidence.map((one) => (
          <EvidenceItem
            key={one.evidenceId}
            {...one}
            fileTo={(fileId) => `${profile}/evidence/${fileId}`}
            said={`${AUTHOR_WORDS[one.author]} · ${one.isAccepted ? 'accepted' : 'not accepted yet'}`}
          >
            <Actions one={one} />
          </EvidenceItem>
        ))}
      </ul>
    </Card>
  );
}

function Actions({ one }: { readonly one: Item }) {
  const { evidenceId, isAccepted, mayAccept, mayRemove, body } = one;
  if (!mayAccept && !mayRemove) return null;
  const which = <span className="sr-only"> “{body.slice(0, 60)}”</span>;
  return (
    <Form method="post">
      <input type="hidden" name="evidence" value={evidenceId} />
      {mayAccept ? (
        <Button type="submit" name="intent" value={isAccepted ? 'take-back' : 'accept'}>
          {isAccepted ? 'Accept no more' : 'Accept'}
          {which}
        </Button>
      ) : null}{' '}
      {mayRemove ? (
        <Button type="submit" name="intent" value="remove" variant="quiet">
          Remove{which}
        </Button>
      ) : null}
    </Form>
  );
}
