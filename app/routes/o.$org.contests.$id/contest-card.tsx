import { Card } from '~/components/card';
import { DayText, MomentText } from '~/components/date-text';
import { contestInWords } from '~/modules/assessments/domain/contest';
import { RATER_KIND_WORDS } from '~/modules/capability/domain/rater-kind-words';
import type { ContestState } from './contest-state';

/** What the person says, about which rating, and what was answered. */
export function ContestCard(props: ContestState) {
  const { statement, rating, isOfOneRating, openedAt, endedAt, answer, answerer, timeZone } = props;
  return (
    <Card title="What is contested" aside={<span className="small">{contestInWords(props)}</span>}>
      <p>
        {rating ? (
          <>
            Level {rating.level ?? '–'}, {RATER_KIND_WORDS[rating.raterKind].toLowerCase()},{' '}
            <DayText day={rating.assessedOn} />
          </>
        ) : isOfOneRating ? (
          'A rating that is not kept any more'
        ) : (
          'The level, whatever it rests on'
        )}
      </p>
      <p className="person-words">{statement}</p>
      <p className="small">
        Contested <MomentText moment={openedAt} zone={timeZone} />
      </p>
      {answer && endedAt ? (
        <>
          <p className="person-words">{answer}</p>
          <p className="small">
            Answered by {answerer}, <MomentText moment={endedAt} zone={timeZone} />
          </p>
        </>
      ) : null}
    </Card>
  );
}
