import { DayText } from '~/components/date-text';
import { DIMENSION_LABELS } from '~/modules/frameworks/domain/dimension';
import {
  type LiveReadinessRow,
  NOT_OPEN,
  type ReleasedReadinessRow,
  type SkillBeside,
} from '../../domain/ai-readiness/readiness-view';
import { shareInWords } from '../../domain/ai-readiness/share-words';
import { formatCount, formatLevel, formatPeople, formatShare } from '../format-figure';
import { ChangeMark } from './change-mark';

interface LiveSummaryProps {
  readonly total: LiveReadinessRow;
  readonly beside: readonly SkillBeside[];
  readonly since: string | null;
}

/** The figures of everybody in scope. */
export function LiveSummary({ total, beside, since }: LiveSummaryProps) {
  const { figures, sums, change, closed } = total;
  if (closed)
    return (
      <dl className="readiness-tiles">
        <Tile name="AI-readiness" value={NOT_OPEN} note={`of ${formatPeople(sums.people)}`} />
        <Beside beside={beside} />
      </dl>
    );
  return (
    <dl className="readiness-tiles">
      <Tile
        name="AI-readiness"
        value={figures.readiness === null ? 'not assessed' : formatLevel(figures.readiness)}
        note={`of 100; n ${formatCount(sums.pairs)}, ${formatShare(figures.unknownShare ?? 0)} not assessed`}
      />
      <Tile
        name="Weighted by exposure"
        value={figures.weightedReadiness === null ? null : formatLevel(figures.weightedReadiness)}
        note={
          figures.weightedReadiness === null
            ? `too little exposure data: ${formatCount(sums.weighted)} of ${formatCount(sums.assessed)} assessed`
            : `n ${formatCount(sums.weighted)} with exposure above 0`
        }
      />
      <Tile
        name="At AI-use target"
        value={figures.atTargetShare === null ? 'no target' : formatShare(figures.atTargetShare)}
        note={`at least ${formatShare(figures.atTargetLow ?? 0)} with the unassessed counted as not at target`}
      />
      <div className="card readiness-tile">
        <dt>
          Change{' '}
          {since ? (
            <>
              since <DayText day={since} />
            </>
          ) : null}
        </dt>
        <dd>
          <ChangeMark change={change} />
        </dd>
      </div>
      <Beside beside={beside} />
    </dl>
  );
}

interface ReleasedSummaryProps {
  readonly total: ReleasedReadinessRow;
  readonly beside: readonly SkillBeside[];
}

/** The released figures of everybody counted. */
export function ReleasedSummary({ total, beside }: ReleasedSummaryProps) {
  const { readiness, weightedReadiness, atTarget, mean, assessed, people } = total;
  return (
    <dl className="readiness-tiles">
      <Tile
        name="AI-readiness"
        value={readiness ? shareInWords(readiness) : 'not shown'}
        note={people === null ? 'hidden to protect individuals' : formatPeople(people)}
      />
      <Tile
        name="Weighted by exposure"
        value={weightedReadiness ? shareInWords(weightedReadiness) : null}
        note={weightedReadiness ? 'over exposure above 0' : 'not shown'}
      />
      <Tile
        name="At AI-use target"
        value={atTarget ? shareInWords(atTarget) : 'not shown'}
        note="as released: in thirds, or to 10 points where many contribute"
      />
      <Tile
        name="Mean level in AI use"
        value={mean === null ? 'not shown' : formatLevel(mean)}
        note={assessed === null ? '' : `n ${formatCount(assessed)}`}
      />
      <Beside beside={beside} />
    </dl>
  );
}

/** A figure; without one the note stands alone. */
function Tile({ name, value, note }: { name: string; value: string | null; note: string }) {
  return (
    <div className="card readiness-tile">
      <dt>{name}</dt>
      <dd>
        {value === null ? null : <b>{value}</b>}
        <span className="small">{note}</span>
      </dd>
    </div>
  );
}

function Beside({ beside }: { readonly beside: readonly SkillBeside[] }) {
  return (
    <div className="card readiness-tile readiness-beside">
      <dt>Beside it, not mixed in</dt>
      {beside.map(({ dimension, mean, assessed, atTargetShare, atTargetBand, closed }) => (
        <dd key={dimension}>
          {DIMENSION_LABELS[dimension]}{' '}
          <b>{mean === null ? (closed ? NOT_OPEN : 'not shown') : formatLevel(mean)}</b>{' '}
          <span className="small">
            {mean === null
              ? ''
              : `n ${formatCount(assessed)}${atTargetShare === null ? '' : `, ${formatShare(atTargetShare)} at target`}${atTargetBand ? `, ${shareInWords(atTargetBand)} at target` : ''}`}
          </span>
        </dd>
      ))}
    </div>
  );
}
