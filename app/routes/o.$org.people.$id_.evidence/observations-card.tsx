import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { DayText } from '~/components/date-text';
import { OUTCOME_WORDS } from '~/modules/assessments/domain/observations/observation';
import { DIMENSION_LABELS } from '~/modules/frameworks/domain/dimension';
import type { EvidenceState } from './evidence-state';
import { ratingLabel } from './rating-label';

type ObservationsCardProps = Pick<EvidenceState, 'observations' | 'ratings' | 'own'>;

/** What was seen in drills and reviews, to be attached to a rating of the same dimension by somebody else. */
export function ObservationsCard({ observations, ratings, own }: ObservationsCardProps) {
  return (
    <Card title="Observed in drills and reviews" padded={false}>
      <ul className="evidence-list" id="observations">
        {observations.map((one) => {
          const open = ratings.filter(
            (rating) => rating.dimension === one.dimension && !rating.supportedBy.includes(one.observationId),
          );
          return (
            <li key={one.observationId}>
              <p>
                <strong>{DIMENSION_LABELS[one.dimension]}</strong>: {OUTCOME_WORDS[one.outcome].toLowerCase()}
                , {one.event}
              </p>
              {one.note ? <p className="person-words">{one.note}</p> : null}
              <p className="small">
                <DayText day={one.observedOn} />
                {one.observer ? `, observed by ${one.observer}` : ''}
              </p>
              {!own && open.length > 0 ? (
                <Form method="post" className="bar">
                  <input type="hidden" name="intent" value="attach" />
                  <input type="hidden" name="observation" value={one.observationId} />
                  <select className="input" name="rating" aria-label={`Rating that “${one.event}” supports`}>
                    {open.map((rating) => (
                      <option key={rating.name} value={rating.name}>
                        {ratingLabel(rating)}
                      </option>
                    ))}
                  </select>
                  <Button type="submit">
                    Attach<span className="sr-only"> “{one.event}” to the rating</span>
                  </Button>
                </Form>
              ) : null}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
