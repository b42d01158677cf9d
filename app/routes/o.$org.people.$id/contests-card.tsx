import { Form, Link } from '@remix-run/react';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { MomentText } from '~/components/date-text';
import { contestInWords } from '~/modules/assessments/domain/contest';
import { DIMENSION_LABELS } from '~/modules/frameworks/domain/dimension';
import type { PersonState } from './person-state';

type ContestsCardProps = Pick<PersonState, 'contests' | 'own' | 'mayAnswer' | 'timeZone' | 'base'>;

/** What the person contests and contested, with the answers. */
export function ContestsCard({ contests, own, mayAnswer, timeZone, base }: ContestsCardProps) {
  return (
    <Card title="Contested ratings" padded={false}>
      <ul className="evidence-list" id="contests">
        {contests.map((contest) => (
          <li key={contest.contestId}>
            <p>
              <strong>
                {DIMENSION_LABELS[contest.dimension]}: {contestInWords(contest).toLowerCase()}
              </strong>{' '}
              <span className="small">
                {contest.isOfOneRating ? 'one rating' : 'the level'}, contested{' '}
                <MomentText moment={contest.openedAt} zone={timeZone} />
              </span>
            </p>
            <p className="person-words">{contest.statement}</p>
            {contest.answer && contest.endedAt ? (
              <>
                <p className="person-words">{contest.answer}</p>
                <p className="small">
                  {contest.answerer}, <MomentText moment={contest.endedAt} zone={timeZone} />
                </p>
              </>
            ) : null}
            {contest.state === 'open' && own ? (
              <Form method="post">
                <input type="hidden" name="intent" value="take-back" />
                <input type="hidden" name="contest" value={contest.contestId} />
                <Button type="submit">
                  Take back
                  <span className="sr-only"> the contest in {DIMENSION_LABELS[contest.dimension]}</span>
                </Button>
              </Form>
            ) : null}
            {contest.state === 'open' && mayAnswer ? (
              <Link className="link" to={`${base}/contests/${contest.contestId}`}>
                Answer the contest in {DIMENSION_LABELS[contest.dimension]}
              </Link>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
